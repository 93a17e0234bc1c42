/** How signing in or out can end otherwise than in a session, and the status that goes with it. */
export const SIGN_IN_OUTCOMES = {
  /** The issuer does not answer. */
  unreachable: 503,
  /** The person said no at the issuer, or the issuer did. */
  denied: 403,
  /** Nobody began here what came back, or too long ago, or in another browser. */
  expired: 400,
  /** The issuer has given something for this code already, or waited too long for it. */
  used: 400,
  /** What the issuer answered does not hold. */
  refused: 403,
  /** All is well, but for that none of the person's roles is known here. */
  'no-role': 200,
  'signed-out': 200,
} as const

export type SignInOutcome = keyof typeof SIGN_IN_OUTCOMES

/** Why nobody came of a sign-in. */
export type SignInProblem = Exclude<SignInOutcome, 'no-role' | 'signed-out'>

export const isSignInOutcome = (value: string): value is SignInOutcome =>
  Object.hasOwn(SIGN_IN_OUTCOMES, value)
