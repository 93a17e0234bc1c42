import type { IncomingMessage } from 'node:http'
import type { Reader } from '#features/access/reader-model.ts'
import { lesserScopes } from '#features/access/scope-rules.ts'
import { redirectAnswer, textAnswer } from '#server/answer.ts'
import { plain } from '#server/own-answer.ts'
import { problemPlace } from '#server/place.ts'
import type { Given, Portal } from '#server/portal.ts'
import type { SignIn, Step } from '#server/sign-in.ts'
import { mayBeStep } from '#server/sign-in-address.ts'

/**
 * Signing in and out, and looking through others' eyes: a step leads to an address or to a page. Only GET takes one,
 * which is what a link is. Null where there is no step for whoever asks.
 */
export async function walk(
  target: string,
  request: IncomingMessage,
  signIn: SignIn,
  portal: Portal,
  sender: Reader | null,
): Promise<Given | null> {
  if (!mayBeStep(target)) return null
  if (target.startsWith('/view-as/') && lesserScopes(sender?.roles ?? []).length === 0) return null
  if (request.method !== 'GET') return plain(textAnswer(405, 'This is a link to follow.', { Allow: 'GET' }))
  const step = await signIn.take(target, request)
  return step && follow(step, portal, sender)
}

async function follow(step: Step, portal: Portal, sender: Reader | null): Promise<Given> {
  const { cookies, headers = {} } = step
  if ('to' in step)
    return {
      ...(await plain(redirectAnswer(303, step.to, { 'Cache-Control': 'no-store', ...headers }))),
      cookies,
    }
  const { answer, ...given } = await portal.give(problemPlace(step.locale, step.problem), null, sender)
  const unkept = { ...answer.headers, 'Cache-Control': 'no-store', ...headers }
  return { ...given, answer: { ...answer, headers: unkept }, cookies }
}
