import { createIssuer } from '#features/access/issuer.ts'
import { createSeal } from '#features/access/seal.ts'
import { sessionSeal } from '#features/access/session-seal.ts'
import type { SignInSettings } from '#features/access/sign-in-settings-model.ts'
import type { Logbook } from '#server/logbook.ts'
import { createSignIn, type SignIn } from '#server/sign-in.ts'

/** Signing in as the settings say. The cookie of one portal, or of one step, is none of another. */
export function openSignIn(settings: SignInSettings, origin: string, logbook: Logbook): SignIn {
  return createSignIn({
    issuer: createIssuer({
      ...settings,
      callback: `${origin}/auth/callback`,
      onFault: words => logbook.fault('Somebody could not sign in.', new Error(words)),
    }),
    sessions: sessionSeal(settings, origin),
    logins: createSeal({ keys: settings.sessionKeys, purpose: `login ${origin}` }),
    origin,
    note: logbook.note,
  })
}
