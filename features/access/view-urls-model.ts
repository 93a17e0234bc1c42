import { SCOPES, type Scope } from '#features/access/scope-model.ts'

/** Addresses of the database, each with the login that reads what a scope may see. */
export type ViewUrls = Readonly<Record<Scope, string>>

/** Name of the login that reads for a scope (DESIGN 8). */
export const viewLogin = (scope: Scope): string => `mza_view_${scope}`

/** The variables by which the web process is given them. */
export const VIEW_VARIABLES = {
  guest: 'MZA_VIEW_GUEST_URL',
  owner: 'MZA_VIEW_OWNER_URL',
  reviewer: 'MZA_VIEW_REVIEWER_URL',
  admin: 'MZA_VIEW_ADMIN_URL',
} as const satisfies Record<Scope, string>

export const viewVariables = (urls: ViewUrls): Record<string, string> =>
  Object.fromEntries(SCOPES.map(scope => [VIEW_VARIABLES[scope], urls[scope]]))

/** What each scope's login is given. */
export const forEachScope = <T>(give: (scope: Scope) => T): Readonly<Record<Scope, T>> => ({
  guest: give('guest'),
  owner: give('owner'),
  reviewer: give('reviewer'),
  admin: give('admin'),
})
