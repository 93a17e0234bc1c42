/**
 * Who sees what, from the sentences of DESIGN 8 alone: neither from the policies nor from the portal's own tables, which
 * are held against it.
 */

/** From the least to the most. */
export const READERS = ['guest', 'owner', 'reviewer', 'admin'] as const
export type ReaderScope = (typeof READERS)[number]

/** PUBLIC is for all, INTERNAL for owners and up, RESTRICTED for reviewers and up. */
export const LEAST = { PUBLIC: 'guest', INTERNAL: 'owner', RESTRICTED: 'reviewer' } as const
export type Class = keyof typeof LEAST
export const CLASSES = Object.keys(LEAST) as readonly Class[]

export const isAtLeast = (scope: ReaderScope, least: ReaderScope): boolean =>
  READERS.indexOf(scope) >= READERS.indexOf(least)

export const sees = (scope: ReaderScope, of: Class): boolean => isAtLeast(scope, LEAST[of])

/** A role that gives the scope. */
export const ROLE_OF = {
  owner: 'SRE_LEAD',
  reviewer: 'COMPLIANCE_OFFICER',
  admin: 'GOVERNANCE_ADMIN',
} as const satisfies Record<Exclude<ReaderScope, 'guest'>, string>
