import { createSeal, type Seal } from '#features/access/seal.ts'
import type { SignInSettings } from '#features/access/sign-in-settings-model.ts'

/** What seals the sessions of a portal: one of another portal, or of people whom another issuer vouched for, is none. */
export const sessionSeal = (
  { issuer, sessionKeys: keys }: Pick<SignInSettings, 'issuer' | 'sessionKeys'>,
  origin: string,
): Seal => createSeal({ keys, purpose: `session ${origin} ${issuer}` })
