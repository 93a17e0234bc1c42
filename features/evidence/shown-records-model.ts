import type { Chain } from '#features/evidence/chain-rules.ts'
import type { Lane } from '#features/evidence/lane-rules.ts'
import type { RecordFilter } from '#features/evidence/record-filter-model.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

/** What became of one intent. */
export interface IntentChain extends Chain {
  readonly intent: string
  /** The run that is shown first, then the related ones in which the intent has records. */
  readonly views: readonly RunView[]
  /** How many records are shown at most, where there are more; null where all are shown. */
  readonly bound: number | null
}

/** Some records of a run, in its order. */
export interface RecordPage {
  readonly records: readonly EvidenceRecord[]
  /** The number to ask on from; null where there are no more. */
  readonly next: number | null
  /** How many records the filter leaves in all; null where counting them would mean reading them. */
  readonly count: number | null
  /** How many would stand among these, but nothing could be made of them that this reader may see. */
  readonly unshown: number
}

/** The records that a run's page shows. */
export interface ShownRecords extends RecordPage {
  readonly filter: RecordFilter
  /** Number of the record after which the page begins. */
  readonly after: number
  readonly lanes: readonly Lane[]
  /** Of the intent that is asked for; null where none is, or none such is there. */
  readonly chain: IntentChain | null
}
