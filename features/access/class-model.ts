import { SCOPES, type Scope } from '#features/access/scope-model.ts'

/** Classes of content, from the one everyone may read to the one fewest may. */
export const CONTENT_CLASSES = ['PUBLIC', 'INTERNAL', 'RESTRICTED'] as const
export type ContentClass = (typeof CONTENT_CLASSES)[number]

/** Which scopes see a class. */
export const VISIBLE_TO: Record<ContentClass, readonly Scope[]> = {
  PUBLIC: SCOPES,
  INTERNAL: ['owner', 'reviewer', 'admin'],
  RESTRICTED: ['reviewer', 'admin'],
}
