import { SCOPES, type Scope } from '#features/access/scope-model.ts'

/** Classes of content, from the one everyone may read to the one fewest may. */
export const CONTENT_CLASSES = ['PUBLIC', 'INTERNAL', 'RESTRICTED'] as const
export type ContentClass = (typeof CONTENT_CLASSES)[number]

export const isContentClass = (value: string): value is ContentClass =>
  (CONTENT_CLASSES as readonly string[]).includes(value)

/** Whether fewer may read the one than the other. */
export const isStricter = (one: ContentClass, other: ContentClass): boolean =>
  CONTENT_CLASSES.indexOf(one) > CONTENT_CLASSES.indexOf(other)

/** The class that fewest may read of some. */
export const strictest = (first: ContentClass, ...others: readonly ContentClass[]): ContentClass =>
  others.reduce((found, one) => (isStricter(one, found) ? one : found), first)

/** Which scopes see a class. */
export const VISIBLE_TO: Record<ContentClass, readonly Scope[]> = {
  PUBLIC: SCOPES,
  INTERNAL: ['owner', 'reviewer', 'admin'],
  RESTRICTED: ['reviewer', 'admin'],
}
