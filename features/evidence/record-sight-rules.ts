import { type ContentClass, VISIBLE_TO } from '#features/access/class-model.ts'
import type { Scope } from '#features/access/scope-model.ts'

/**
 * What somebody sees of the records of a run that they see: nothing, the envelope without what it carries, or the whole
 * line and the files of the bundle.
 */
export type RecordSight = 'none' | 'envelope' | 'whole'

/** The class of records without what they carry, and that of what they carry and of the files as they were written. */
export const RECORD_CLASS = 'INTERNAL' satisfies ContentClass
export const ORIGINAL_CLASS = 'RESTRICTED' satisfies ContentClass

/** What the reader of a page sees of records. */
export const sightOn = ({ portal }: { readonly portal: { readonly scope: Scope } | null }): RecordSight =>
  sightOf(portal?.scope ?? 'guest')

export function sightOf(scope: Scope): RecordSight {
  if (VISIBLE_TO[ORIGINAL_CLASS].includes(scope)) return 'whole'
  return VISIBLE_TO[RECORD_CLASS].includes(scope) ? 'envelope' : 'none'
}
