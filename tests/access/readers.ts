import { cookieOf } from '#tests/setup/session.ts'
import { READERS, type ReaderScope, ROLE_OF } from './model.ts'

/** What a request of each scope carries. */
export type Cookies = ReadonlyMap<ReaderScope, { readonly cookie?: string }>

/** Sessions of a portal that has the tests' way to sign in. @param origin of that portal */
export async function cookiesAt(origin: string): Promise<Cookies> {
  const cookies = new Map<ReaderScope, { cookie?: string }>()
  for (const scope of READERS)
    cookies.set(scope, scope === 'guest' ? {} : { cookie: await cookieOf(origin, ROLE_OF[scope]) })
  return cookies
}
