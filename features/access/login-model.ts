import { z } from 'zod'

/** Seconds within which somebody has to come back from the issuer. */
export const LOGIN_SECONDS = 600

/** What a reader's browser keeps while they are at the issuer. */
const login = z.object({
  state: z.string(),
  nonce: z.string(),
  /** Of PKCE (RFC 7636). */
  verifier: z.string(),
  /** The address of this portal, from its first slash, to come back to. */
  back: z.string(),
})
export type Login = z.infer<typeof login>

export const loginOf = (content: unknown): Login | null => login.safeParse(content).data ?? null
