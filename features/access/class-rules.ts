import { CONTENT_CLASSES, type ContentClass, VISIBLE_TO } from '#features/access/class-model.ts'
import type { Scope } from '#features/access/scope-model.ts'

/** The classes that a scope does not see. */
export const hiddenFrom = (scope: Scope): ContentClass[] =>
  CONTENT_CLASSES.filter(kind => !VISIBLE_TO[kind].includes(scope))
