import type { Role } from '#features/access/role-model.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { sessionSeal } from '#features/access/session-seal.ts'
import type { SignInSettings } from '#features/access/sign-in-settings-model.ts'
import { SESSION_COOKIE } from '#server/cookies.ts'

/** Of an issuer that nobody asks: those who are to be signed in bring their session with them. */
export const SIGN_IN: SignInSettings = {
  issuer: 'http://127.0.0.1:9',
  clientId: 'mza',
  clientSecret: 'not asked for',
  rolesClaim: 'roles',
  sessionKeys: ['known-to-tests-and-to-nobody-else-0123456789'],
}

/**
 * The session of somebody with this role at a portal that has `SIGN_IN`.
 * @param origin of that portal
 * @param viewAs the scope through whose eyes they look, if not their own
 */
const sessionOf = (origin: string, role: Role, viewAs?: Scope): Promise<string> =>
  sessionSeal(SIGN_IN, origin).close(
    { roles: [role], name: `test ${role}`, exit: 'x'.repeat(22), ...(viewAs && { viewAs }) },
    3600,
  )

/** What a request carries that is theirs. */
export const cookieOf = async (origin: string, role: Role, viewAs?: Scope): Promise<string> =>
  `${SESSION_COOKIE}=${await sessionOf(origin, role, viewAs)}`

type Browser = Awaited<ReturnType<typeof openBrowser>>

const known = new Map<string, Promise<Browser>>()

/** What a browser of theirs is like, the same each time that it is asked for: contexts are shared by that. */
export function browserOf(origin: string, role: Role): Promise<Browser> {
  const made = known.get(`${origin} ${role}`) ?? openBrowser(origin, role)
  known.set(`${origin} ${role}`, made)
  return made
}

const openBrowser = async (origin: string, role: Role) => ({
  baseURL: origin,
  storageState: {
    origins: [],
    cookies: [
      {
        name: SESSION_COOKIE,
        value: await sessionOf(origin, role),
        domain: new URL(origin).hostname,
        path: '/',
        expires: Math.floor(Date.now() / 1000) + 3600,
        httpOnly: true,
        secure: true,
        sameSite: 'Lax' as const,
      },
    ],
  },
})
