import type { Reader } from '#features/access/reader-model.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

type Standing = Pick<PageContext, 'locale' | 'asOf' | 'path' | 'query' | 'back'>

/** Where signing in begins, to end on the page itself. */
export const signInHref = (page: Standing): string => `/auth/sign-in?back=${behind(page)}`

/** Where this reader signs out, and nobody else. */
export const signOutHref = (page: Standing, { exit }: Pick<Reader, 'exit'>): string =>
  `/auth/sign-out?exit=${exit}&back=${behind(page)}`

/** Where this reader, an administrator, looks through the eyes of a scope, to end on the page itself. */
export const viewAsHref = (page: Standing, { exit }: Pick<Reader, 'exit'>, scope: Scope): string =>
  `/view-as/${scope}?exit=${exit}&back=${behind(page)}`

const behind = (page: Standing): string =>
  encodeURIComponent(page.back ?? pageHref(page, page.path + (page.query ?? '')))
