import { lanesLeft } from '#features/evidence/lane-filter-rules.ts'
import type { Lane } from '#features/evidence/lane-rules.ts'
import type { RecordFilter } from '#features/evidence/record-filter-model.ts'
import { recordOf } from '#features/evidence/record-line-rules.ts'
import { RECORD_LINES, readSight } from '#features/evidence/record-relation-queries.ts'
import type { RunPlace } from '#features/evidence/run-place-model.ts'
import type { RecordPage } from '#features/evidence/shown-records-model.ts'
import { viewPool } from '#prisma/view-pool.ts'

interface RecordRow {
  readonly number: number
  /** Null of one that an owner's view of it could not be made of. */
  readonly line: string | null
}

// Every statement finds its rows by one index and reads no more of them than it gives, whatever the run's size; where an
// intent or an event is asked for together with lanes or one another, those of that id until enough of them fit. The
// pool's time limit bounds that.
const IN_ORDER = 'SELECT number FROM evidence_record WHERE run = $1 AND number > $2'
const BY_NUMBER = `${IN_ORDER} ORDER BY number LIMIT $3`
const BY_INTENT = `${IN_ORDER} AND intent = $4 AND ($5::int[] IS NULL OR lane = ANY ($5)) ORDER BY number LIMIT $3`
const BY_EVENT = `${IN_ORDER} AND event_id = $4 AND ($5::int[] IS NULL OR lane = ANY ($5)) ORDER BY number LIMIT $3`
const BY_BOTH = `${IN_ORDER} AND intent = $4 AND ($5::int[] IS NULL OR lane = ANY ($5)) AND event_id = $6 ORDER BY number LIMIT $3`
/** The first of each lane, merged. */
const BY_LANE = `SELECT of_lane.number
  FROM unnest($4::int[]) AS wanted (lane)
  CROSS JOIN LATERAL (
    SELECT number FROM evidence_record
    WHERE run = $1 AND lane = wanted.lane AND number > $2 ORDER BY number LIMIT $3
  ) AS of_lane
  ORDER BY of_lane.number LIMIT $3`

/**
 * First the numbers, then the lines with these: the view that owners read lines by is one that no order and no limit
 * gets into, so it would make every line of the run.
 */
const linesOf = (relation: string, numbers: string) =>
  `SELECT number, line FROM ${relation} WHERE run = $1 AND number = ANY (ARRAY(${numbers})) ORDER BY number`

function statement(
  { row }: RunPlace,
  { intent, event }: RecordFilter,
  lanes: readonly Lane[] | null,
  after: number,
  most: number,
): { text: string; values: unknown[] } {
  const values = [row, after, most]
  const wanted = lanes?.map(({ lane }) => lane) ?? null
  if (intent !== null && event !== null) return { text: BY_BOTH, values: [...values, intent, wanted, event] }
  if (intent !== null) return { text: BY_INTENT, values: [...values, intent, wanted] }
  if (event !== null) return { text: BY_EVENT, values: [...values, event, wanted] }
  return wanted ? { text: BY_LANE, values: [...values, wanted] } : { text: BY_NUMBER, values }
}

function countOf({ records }: RunPlace, { intent, event }: RecordFilter, lanes: readonly Lane[] | null) {
  if (intent !== null || event !== null) return null
  return lanes ? lanes.reduce((sum, lane) => sum + lane.records, 0) : records
}

/** Where a run lies; null where this reader sees no such run. */
export async function readRunPlace(runId: string): Promise<RunPlace | null> {
  const { rows } = await (await viewPool()).query<{ row: number; records: number }>(
    'SELECT id AS row, records FROM evidence_run WHERE run_id = $1',
    [runId],
  )
  const [found] = rows
  if (!found) return null
  const lanes = await (await viewPool()).query<Lane>(
    `SELECT lane, boundary, topic, partition, records FROM evidence_lane WHERE run = $1
     ORDER BY topic, boundary, partition`,
    [found.row],
  )
  return { runId, ...found, lanes: lanes.rows }
}

/**
 * The records of a run that a filter leaves, in the run's order; none where this reader sees none.
 * @param after a record's number: those beyond it are given
 * @param most at least 1
 */
export async function readRecords(
  place: RunPlace,
  filter: RecordFilter,
  after: number,
  most: number,
): Promise<RecordPage> {
  const lanes = lanesLeft(place.lanes, filter)
  const count = countOf(place, filter, lanes)
  if (lanes?.length === 0) return { records: [], next: null, count: 0, unshown: 0 }
  const sight = await readSight()
  if (sight === 'none') return { records: [], next: null, count: null, unshown: 0 }
  const { text, values } = statement(place, filter, lanes, after, most + 1)
  const { rows } = await (await viewPool()).query<RecordRow>(linesOf(RECORD_LINES[sight], text), values)
  const given = rows.slice(0, most)
  return {
    records: given.flatMap(({ number, line }) => (line === null ? [] : recordOf(place.runId, number, line))),
    next: rows.length > most ? (given.at(-1)?.number ?? null) : null,
    count,
    unshown: given.filter(({ line }) => line === null).length,
  }
}
