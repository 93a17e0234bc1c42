import type { Reader } from '#features/access/reader-model.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { isServed, type PageContext, pageHref } from '#features/portal/page-model.ts'

type Standing = Pick<PageContext, 'locale' | 'asOf' | 'path' | 'query' | 'back'>

/** Where signing in begins, to end on the page itself. */
export const signInHref = (page: Standing): string => leadingBack('/auth/sign-in?', page)

/** Where this reader signs out, and nobody else. */
export const signOutHref = (page: Standing, { exit }: Pick<Reader, 'exit'>): string =>
  leadingBack(`/auth/sign-out?exit=${exit}&`, page)

/** Where this reader, an administrator, looks through the eyes of a scope, to end on the page itself. */
export const viewAsHref = (page: Standing, { exit }: Pick<Reader, 'exit'>, scope: Scope): string =>
  leadingBack(`/view-as/${scope}?exit=${exit}&`, page)

/** With the page to come back to; without what was asked of it where a cookie could not hold that. */
function leadingBack(step: string, page: Standing): string {
  const whole = page.back ?? pageHref(page, page.path + (page.query ?? ''))
  const back = isServed(whole) ? whole : pageHref(page, page.path)
  return `${step}back=${encodeURIComponent(back)}`
}
