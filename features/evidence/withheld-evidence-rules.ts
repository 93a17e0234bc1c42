import { type ContentClass, VISIBLE_TO } from '#features/access/class-model.ts'
import type { Scope } from '#features/access/scope-model.ts'
import type { Comparison } from '#features/evidence/comparison-rules.ts'
import { marksIn } from '#features/evidence/name-mark-rules.ts'
import type { RecordFilter } from '#features/evidence/record-filter-model.ts'
import { ORIGINAL_CLASS, RECORD_CLASS, type RecordSight } from '#features/evidence/record-sight-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

/**
 * `records` as such, `payloads` what they carry, `files` of a bundle, `names` that are in no published contract; `unsearched`
 * records, at which a search did not look.
 */
export const WITHHELD_PARTS = ['records', 'payloads', 'files', 'names', 'unsearched'] as const

type WithheldPart = (typeof WITHHELD_PARTS)[number]

/** How many of something a reader does not see. */
export interface WithheldEvidence {
  readonly what: WithheldPart
  /** At least 1. */
  readonly count: number
  readonly class: ContentClass
}

const CLASS: Readonly<Record<WithheldPart, ContentClass>> = {
  records: RECORD_CLASS,
  payloads: ORIGINAL_CLASS,
  files: ORIGINAL_CLASS,
  names: ORIGINAL_CLASS,
  unsearched: RECORD_CLASS,
}

const SIGHTS: Readonly<Record<RecordSight, readonly ContentClass[]>> = {
  none: ['PUBLIC'],
  envelope: ['PUBLIC', RECORD_CLASS],
  whole: ['PUBLIC', RECORD_CLASS, ORIGINAL_CLASS],
}

const withheld = (
  counts: readonly (readonly [WithheldPart, number])[],
  sight: RecordSight,
): WithheldEvidence[] =>
  counts
    .map(([what, count]) => ({ what, count, class: CLASS[what] }))
    .filter(({ count, class: kind }) => count > 0 && !SIGHTS[sight].includes(kind))

/** Who sees what is withheld. */
export const seenBy = ({ class: kind }: WithheldEvidence): readonly Scope[] => VISIBLE_TO[kind]

/** What of a run a reader does not see: its own file run.json is one of the bundle's too. */
export const withheldOfRun = (view: RunView, sight: RecordSight): WithheldEvidence[] =>
  withheld(
    [
      ['records', view.records],
      ['payloads', view.records],
      ['files', view.run.files.length + 1],
      ['names', namesOf(view)],
    ],
    sight,
  )

/** Names are quoted where runs were held side by side. */
const namesOf = ({ judgements }: RunView): number => {
  const details = judgements.get('environment-parity')?.witnesses.map(({ detail }) => detail ?? '') ?? []
  return new Set(details.flatMap(marksIn)).size
}

/** What of a number of records a reader does not see. */
export const withheldOfRecords = (count: number, sight: RecordSight): WithheldEvidence[] =>
  withheld(
    [
      ['records', count],
      ['payloads', count],
    ],
    sight,
  )

/** Records that are left out of a list because no envelope could be made of them: who sees them whole sees them. */
export const unshownRecords = (count: number): WithheldEvidence[] =>
  count > 0 ? [{ what: 'records', count, class: ORIGINAL_CLASS }] : []

/** Records that a search did not look at. */
export const unsearched = (count: number, sight: RecordSight): WithheldEvidence[] =>
  withheld([['unsearched', count]], sight)

/** What of the runs that are held side by side a reader does not see. */
export const withheldOfComparison = ({ runs, aspects }: Comparison, sight: RecordSight): WithheldEvidence[] =>
  withheld(
    [
      ['records', runs ? runs.a.records + runs.b.records : 0],
      ['names', new Set(aspects.flatMap(({ onlyA, onlyB }) => [...onlyA, ...onlyB].flatMap(marksIn))).size],
    ],
    sight,
  )

/**
 * Whether an address asks for records by the words of records and the reader sees none: there is nothing at it for them,
 * whether or not there are such records.
 */
export const isBeyond = ({ intent, event }: RecordFilter, sight: RecordSight): boolean =>
  sight === 'none' && (intent !== null || event !== null)
