import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import type { SignInProblem } from '#features/access/sign-in-outcome-model.ts'

/** What `invalid_grant` says (RFC 6749, 5.2): the code is used up, too old, or not ours. */
const USED = 'invalid_grant'
/** The person, or the issuer in their place, said no (RFC 6749, 4.1.2.1). */
const DENIED = 'access_denied'
/** The issuer cannot at the moment (RFC 6749, 4.1.2.1). */
const BUSY = ['server_error', 'temporarily_unavailable']
const TIMEOUTS = ['OAUTH_TIMEOUT', 'OAUTH_ABORT']

/**
 * What a reader is told of a fault that the issuer's library throws.
 * @throws the fault itself where it is a mistake of ours
 */
export function problemOf(fault: unknown): SignInProblem {
  if (fault instanceof AuthorizationResponseError) {
    if (fault.error === DENIED) return 'denied'
    return BUSY.includes(fault.error) ? 'unreachable' : 'refused'
  }
  if (fault instanceof ResponseBodyError) {
    if (fault.error === USED) return 'used'
    return fault.status >= 500 ? 'unreachable' : 'refused'
  }
  if (fault instanceof ClientError) return isUnanswered(fault) ? 'unreachable' : 'refused'
  // What fetch throws where there is no connection.
  if (fault instanceof TypeError && fault.message === 'fetch failed') return 'unreachable'
  throw fault
}

/** A fault in words for who runs the portal, without anything that a reader or their browser has sent. */
export function wordsOf(fault: unknown): string {
  if (fault instanceof AuthorizationResponseError) return 'The issuer sent somebody back with an error.'
  if (fault instanceof ResponseBodyError) return `The issuer refused: ${fault.error} (${fault.status}).`
  if (!(fault instanceof Error)) return 'The issuer could not be asked.'
  return fault.cause instanceof Error ? `${fault.message}: ${fault.cause.message}` : fault.message
}

const isUnanswered = ({ code, cause }: ClientError): boolean =>
  TIMEOUTS.includes(code ?? '') || (cause instanceof Response && cause.status >= 500)
