/** Classes of content, from the one everyone may read to the one fewest may. */
export const CONTENT_CLASSES = ['PUBLIC', 'INTERNAL', 'RESTRICTED'] as const
export type ContentClass = (typeof CONTENT_CLASSES)[number]

/** Scopes of readers, from the least to the most. */
export const SCOPES = ['guest', 'owner', 'reviewer', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** Which scopes see a class. */
export const VISIBLE_TO: Record<ContentClass, readonly Scope[]> = {
  PUBLIC: SCOPES,
  INTERNAL: ['owner', 'reviewer', 'admin'],
  RESTRICTED: ['reviewer', 'admin'],
}
