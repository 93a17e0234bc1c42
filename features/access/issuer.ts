import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Identity } from '#features/access/identity-model.ts'
import { identityOf } from '#features/access/identity-rules.ts'
import { problemOf, wordsOf } from '#features/access/issuer-faults.ts'
import type { Issuer } from '#features/access/issuer-model.ts'
import type { Login } from '#features/access/login-model.ts'

export interface IssuerOptions {
  /** The issuer's address; discovery tells the rest (OpenID Connect Discovery 1.0). */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** See `claimedRoles`. */
  readonly rolesClaim: string
  /** Where the issuer is to send people back. */
  readonly callback: string
  /** Told why somebody could not sign in, in words that any log may keep. */
  readonly onFault: (words: string) => void
}

/** Seconds by which the issuer's clock and ours may differ. */
const SKEW = 60
/** Seconds that the issuer has for an answer. */
const PATIENCE = 5
/** Milliseconds for which what discovery told is taken for true. */
const KNOWN_FOR = 3_600_000

export function createIssuer(options: IssuerOptions): Issuer {
  const { callback, rolesClaim, onFault } = options
  const configuration = remembered(() => discover(options))
  return {
    async depart(locale) {
      try {
        const known = await configuration()
        const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
        const address = buildAuthorizationUrl(known, {
          redirect_uri: callback,
          scope: 'openid profile',
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ui_locales: locale,
        })
        return { address: address.href, login: { state, nonce, verifier } }
      } catch (fault) {
        onFault(wordsOf(fault))
        return 'unreachable'
      }
    },
    async arrive(address, login) {
      if (address.searchParams.get('state') !== login.state) return 'expired'
      try {
        return await identify(await configuration(), address, login, rolesClaim)
      } catch (fault) {
        const problem = problemOf(fault)
        // Whoever changes their mind is no fault.
        if (problem !== 'denied') onFault(wordsOf(fault))
        return problem
      }
    },
  }
}

/** @throws {Error} where anything of the answer does not hold; see `problemOf` */
async function identify(
  configuration: Configuration,
  address: URL,
  { state, nonce, verifier }: Login,
  rolesClaim: string,
): Promise<Identity | 'refused'> {
  const tokens = await authorizationCodeGrant(configuration, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  // The library judges when a token ends and when it begins, but not when it was made.
  if (!claims || claims.iat > Date.now() / 1000 + SKEW) return 'refused'
  const identity = identityOf(claims, rolesClaim)
  if (identity.roles || !configuration.serverMetadata().userinfo_endpoint) return identity
  const info = await fetchUserInfo(configuration, tokens.access_token, claims.sub)
  return identityOf({ ...claims, ...info }, rolesClaim)
}

async function discover({ issuer, clientId, clientSecret }: IssuerOptions): Promise<Configuration> {
  const address = new URL(issuer)
  // Signatures are checked although the token comes by a connection of our own: http is allowed on this machine.
  const execute = [
    enableNonRepudiationChecks,
    ...(address.protocol === 'http:' ? [allowInsecureRequests] : []),
  ]
  const metadata = { [clockTolerance]: SKEW }
  const found = await discovery(address, clientId, metadata, authentication(clientSecret), {
    timeout: PATIENCE,
    execute,
  })
  found.timeout = PATIENCE
  return found
}

/** By the method that an issuer has where it names none (OpenID Connect Discovery 1.0, 3), else in the body. */
const authentication =
  (secret: string): ClientAuth =>
  (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const authenticate = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost
    authenticate(secret)(server, ...rest)
  }

/** Asks once for all who wait, and again when the answer is old; a failure is not remembered. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly answer: Promise<T>; readonly since: number } | null = null
  return () => {
    if (known && Date.now() - known.since < KNOWN_FOR) return known.answer
    const asked = { answer: ask(), since: Date.now() }
    known = asked
    asked.answer.catch(() => {
      if (known === asked) known = null
    })
    return asked.answer
  }
}
