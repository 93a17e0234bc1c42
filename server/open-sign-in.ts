import { createIssuer } from '#features/access/issuer.ts'
import { createSeal } from '#features/access/seal.ts'
import type { SignInSettings } from '#features/access/sign-in-settings-model.ts'
import type { Logbook } from '#server/logbook.ts'
import { createSignIn, type SignIn } from '#server/sign-in.ts'

/** Signing in as the settings say. A session of one portal, or of one step, is none of another. */
export function openSignIn(settings: SignInSettings, origin: string, logbook: Logbook): SignIn {
  const { sessionKeys: keys } = settings
  return createSignIn({
    issuer: createIssuer({
      ...settings,
      callback: `${origin}/auth/callback`,
      onFault: words => logbook.fault('Somebody could not sign in.', new Error(words)),
    }),
    sessions: createSeal({ keys, purpose: `session ${origin}` }),
    logins: createSeal({ keys, purpose: `login ${origin}` }),
    origin,
    note: logbook.note,
  })
}
