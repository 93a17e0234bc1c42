import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { queryText } from '#features/evidence/asked-filter-rules.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import { recordPath, runPath } from '#features/evidence/evidence-address-rules.ts'
import { readSight } from '#features/evidence/record-relation-queries.ts'
import { readRuns } from '#features/evidence/runs-queries.ts'
import { unsearched, type WithheldEvidence } from '#features/evidence/withheld-evidence-rules.ts'
import { isServed } from '#features/portal/page-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { SearchItem } from '#features/search/search-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Identifiers of a query that records are asked for, runs that are shown for each, and records counted in a run. */
const MOST_IDS = 4
const MOST_RUNS = 20
const MOST_RECORDS = 1000

/** What an identifier of an event or an intent looks like: not a mere word, and no longer than one may be. */
const ID = /^(?=.*[\d._:-])[^\s\p{C}]{3,200}$/u

interface Hit {
  readonly runId: string
  readonly environment: Environment
  readonly by: 'event' | 'intent'
  readonly records: number
  readonly first: number
}

const readHits = async (id: string, asOf: AsOf): Promise<Hit[]> => (await viewDatabase()).$queryRaw<Hit[]>`
  SELECT r.run_id AS "runId", r.environment::text AS environment, hit.kind AS by,
    hit.records::int AS records, hit.first
  FROM evidence_run r JOIN standing_run s ON s.run = r.id, LATERAL (
    SELECT 'event' AS kind, count(*) AS records, min(number) AS first FROM (
      SELECT number FROM evidence_record e WHERE e.run = r.id AND e.event_id = ${id} LIMIT ${MOST_RECORDS}) AS found
    UNION ALL
    SELECT 'intent', count(*), min(number) FROM (
      SELECT number FROM evidence_record e WHERE e.run = r.id AND e.intent = ${id} LIMIT ${MOST_RECORDS}) AS found
  ) AS hit
  WHERE hit.records > 0 AND r.finished_at <= ${endOfDay(asOf.day)}
  ORDER BY r.finished_at DESC, r.run_id, hit.kind LIMIT ${MOST_RUNS}`

/** One record is a page by itself; several are those of the run that have the identifier. */
function pathOf({ runId, environment, by, records, first }: Hit, id: string): string {
  const all = `${runPath(environment, runId)}${queryText({ [by]: id })}#records`
  return records > 1 && isServed(`/ka${all}`) ? all : recordPath(environment, runId, first)
}

const itemOf = (hit: Hit, id: string): SearchItem => ({
  kind: 'record',
  path: pathOf(hit, id),
  title: { verbatim: hit.runId },
  document: null,
  prevailing: null,
  number: null,
  status: null,
  category: null,
  languages: [],
  snippet: {
    pieces: [
      { text: `${hit.environment} · ${hit.by === 'event' ? 'eventId' : 'intentId'} `, isMatch: false },
      { text: id, isMatch: true },
      { text: ` · × ${hit.records}${hit.records === MOST_RECORDS ? '+' : ''}`, isMatch: false },
    ],
    lang: null,
    authority: null,
    prevailing: null,
  },
})

/** The records that a query names, and how many there are that this reader does not see, whether named or not. */
interface RecordHits {
  readonly items: readonly SearchItem[]
  readonly withheld: readonly WithheldEvidence[]
}

export const NO_RECORDS: RecordHits = { items: [], withheld: [] }

/** Where the records are of the events and intents that a query names, the newest run first; none for who sees none. */
export async function readRecordHits(text: string, asOf: AsOf): Promise<RecordHits> {
  const ids = [...new Set(text.split(/\s+/))].filter(piece => ID.test(piece)).slice(0, MOST_IDS)
  if (ids.length === 0) return NO_RECORDS
  const sight = await readSight()
  if (sight === 'none') {
    const count = (await readRuns(asOf)).reduce((sum, { records }) => sum + records, 0)
    return { items: [], withheld: unsearched(count, sight) }
  }
  const found = await Promise.all(ids.map(async id => (await readHits(id, asOf)).map(hit => itemOf(hit, id))))
  return { items: found.flat(), withheld: [] }
}
