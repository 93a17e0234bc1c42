import type { Identity } from '#features/access/identity-model.ts'
import type { Login } from '#features/access/login-model.ts'
import type { SignInProblem } from '#features/access/sign-in-outcome-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'

/** Where somebody is to go, and what their browser is to keep until they come back. */
interface Departure {
  readonly address: string
  readonly login: Omit<Login, 'back'>
}

/** Who says who somebody is (OpenID Connect Core 1.0, authorization code flow with PKCE). */
export interface Issuer {
  /** @param locale in which the issuer is to speak, if it can */
  depart(locale: Locale): Promise<Departure | 'unreachable'>
  /** @param address at which somebody came back, whole */
  arrive(address: URL, login: Login): Promise<Identity | SignInProblem>
}
