import { SCOPES, type Scope } from '#features/access/scope-model.ts'
import { isServed } from '#features/portal/page-model.ts'
import { parseAddress } from '#server/address.ts'
import { placeOf } from '#server/place.ts'

/** Longer than that of any page: issuers put all they know into a code. */
const LONGEST = 8192

/** What the callback reads of what an issuer sends along (RFC 6749, 4.1.2; RFC 9207, 2). */
const SENT = ['code', 'state', 'iss', 'error', 'error_description', 'error_uri']

export type SignInAddress =
  | { readonly step: 'sign-in'; readonly back: string | null }
  | { readonly step: 'sign-out'; readonly back: string | null; readonly exit: string }
  | { readonly step: 'callback'; readonly address: URL }
  | { readonly step: 'view-as'; readonly back: string | null; readonly exit: string; readonly scope: Scope }

/** What begins the addresses of steps. */
const STEPS = /^\/(?:auth|view-as)\//

/** Whether an address may be that of a step; else it is none. */
export const mayBeStep = (target: string): boolean => STEPS.test(target)

/** Which step of signing in or out, or of looking through others' eyes, an address is; null where it is none. */
export function signInAddress(target: string, origin: string): SignInAddress | null {
  if (target.length > LONGEST || !mayBeStep(target) || !URL.canParse(target, origin)) return null
  const { pathname, searchParams } = new URL(target, origin)
  const back = pageBehind(searchParams.get('back'))
  const exit = searchParams.get('exit') ?? ''
  const scope = SCOPES.find(known => pathname === `/view-as/${known}`)
  if (scope) return { step: 'view-as', back, exit, scope }
  if (pathname === '/auth/sign-in') return { step: 'sign-in', back }
  if (pathname === '/auth/sign-out') return { step: 'sign-out', back, exit }
  if (pathname !== '/auth/callback') return null
  const address = new URL(pathname, origin)
  for (const [name, value] of searchParams) if (SENT.includes(name)) address.searchParams.append(name, value)
  return { step: 'callback', address }
}

/** A page of this portal, by its address from the first slash; null for anything else, and for one that no cookie holds. */
function pageBehind(given: string | null): string | null {
  const address = given === null ? null : parseAddress(given)
  if (!address || placeOf(address)?.kind !== 'page') return null
  const back = address.path + address.search
  return isServed(back) ? back : null
}
