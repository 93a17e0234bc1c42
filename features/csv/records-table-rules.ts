import type { Cell, Table } from '#features/csv/csv-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { Wording } from '#features/localization/wording.ts'

const COLUMNS = [
  'number',
  'boundary',
  'topic',
  'partition',
  'offset',
  'key',
  'eventId',
  'intentId',
  'timestamp',
  'attempt',
  'process',
  'seq',
] as const

/** A record as a row: a small part of what its line may be. */
export const recordRow = (record: EvidenceRecord): readonly Cell[] => [
  record.number,
  record.boundary,
  record.topic,
  record.partition,
  record.offset,
  record.key,
  record.eventId,
  record.intentId,
  new Date(record.time).toISOString(),
  record.attempt,
  record.process,
  record.seq,
]

/**
 * Records of a run, a row each. Where there are more than the table has, its last row says where they are.
 * @param rest address of the rest; null where there is none
 * @param withheld what of the records the reader does not see, in sentences: rows at the end
 */
export const recordsTable = (
  records: readonly (readonly Cell[])[],
  rest: string | null,
  withheld: readonly string[],
  { t }: Wording,
): Table => ({
  name: 'records',
  rows: [
    COLUMNS.map(column => t(`evidence.csv.${column}`)),
    ...records,
    ...(rest === null ? [] : [[t('evidence.records.rest', { address: rest })]]),
    ...withheld.map(words => [words]),
  ],
})
