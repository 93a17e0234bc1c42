import { currentScope } from '#features/access/current-scope.ts'
import { type RecordSight, sightOf } from '#features/evidence/record-sight-rules.ts'

/** What whoever is asking sees of records. */
export const readSight = async (): Promise<RecordSight> => sightOf(await currentScope())

/**
 * Where the lines of records are read, by what is seen of them. Each login has rights to its own alone
 * (docs/decisions/0034). What records are found by stands in `evidence_record` for everybody who sees any.
 */
export const RECORD_LINES: Readonly<Record<Exclude<RecordSight, 'none'>, string>> = {
  envelope: 'evidence_envelope',
  whole: 'evidence_record',
}
