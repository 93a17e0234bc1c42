import type { DatabaseSync } from 'node:sqlite'
import type { Run, RunKind } from '#features/evidence/run-model.ts'

/** A run from its beginning; what it was asked to do holds until it ends, whichever process goes on with it. */
export interface RunUnderWay
  extends Pick<Run, 'runId' | 'startedAt' | 'environment' | 'command' | 'replays' | 'subject' | 'policy'> {
  readonly kind: RunKind
  readonly controlledFailureTopic: string | null
  /** Whether files differed from the commit when it was begun. */
  readonly isTreeChanged: boolean
  /** The brokers that it is on, as they were named; null: files. */
  readonly brokers: readonly string[] | null
  /** Of a replay; null: it is none. */
  readonly found: FoundInDlq | null
}

/** What a replay found in the DLQ when it was begun. */
export interface FoundInDlq {
  readonly records: number
  /** Of these. */
  readonly skipped: number
  /** Records whose key, or whose event's intentId, is not their intentId; they are skipped. */
  readonly mismatches: number
  /** Whether what is skipped need not go out. */
  readonly isWhole: boolean
  /** The file that was read, as seen from the project; null: a topic or a bundle. */
  readonly file: string | null
}

/** What runs are under way, and what of them is still to come. */
export interface Runs {
  beginRun(run: RunUnderWay): void
  /** The newest run of a kind that was begun and not finished, as after a crash. */
  unfinishedRun(kind: RunKind): RunUnderWay | null
  findRun(runId: string): RunUnderWay | null
  finishRun(runId: string, finishedAt: string): void
  /** Counts an event with which a run sends an intent on its way. */
  putStart(runId: string, intentId: string): void
  /** The intents that a run has sent on their way. */
  intentsOf(runId: string): ReadonlySet<string>
  /** How many events a run has sent on their way. */
  startsOf(runId: string): number
  /** How many of these have come neither to the end of the chain nor into the DLQ. */
  outstandingOf(runId: string): number
}

/** A breach, which ends under a name of its own (`worker/received-rules.ts`), was none of the events sent on their way. */
const OUTSTANDING = `
SELECT coalesce(sum(max(0, starts - (
  SELECT count(*) FROM ended e
  WHERE e.run_id = s.run_id AND e.intent_id = s.intent_id AND (e.how = 'given-up' OR e.topic = 'anchor.confirmed')
    AND e.event_id NOT GLOB '@*/*'
))), 0) AS outstanding
FROM start s WHERE s.run_id = ?`

const runOf = (row: Readonly<Record<string, unknown>> | undefined): RunUnderWay | null =>
  row ? JSON.parse(String(row['setting'])) : null

export function createRuns(database: DatabaseSync): Runs {
  const insert = database.prepare('INSERT INTO run (run_id, kind, started_at, setting) VALUES (?, ?, ?, ?)')
  const unfinished = database.prepare(
    'SELECT setting FROM run WHERE kind = ? AND finished_at IS NULL ORDER BY started_at DESC, rowid DESC LIMIT 1',
  )
  const find = database.prepare('SELECT setting FROM run WHERE run_id = ?')
  const finish = database.prepare('UPDATE run SET finished_at = ? WHERE run_id = ?')
  const start = database.prepare(
    'INSERT INTO start (run_id, intent_id, starts) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET starts = starts + 1',
  )
  const starts = database.prepare('SELECT coalesce(sum(starts), 0) AS starts FROM start WHERE run_id = ?')
  const intents = database.prepare('SELECT intent_id FROM start WHERE run_id = ?')
  const outstanding = database.prepare(OUTSTANDING)
  return {
    beginRun: run => void insert.run(run.runId, run.kind, run.startedAt, JSON.stringify(run)),
    unfinishedRun: kind => runOf(unfinished.get(kind)),
    findRun: runId => runOf(find.get(runId)),
    finishRun: (runId, finishedAt) => void finish.run(finishedAt, runId),
    putStart: (runId, intentId) => void start.run(runId, intentId),
    intentsOf: runId => new Set(intents.all(runId).map(row => String(row['intent_id']))),
    startsOf: runId => Number(starts.get(runId)?.['starts']),
    outstandingOf: runId => Number(outstanding.get(runId)?.['outstanding']),
  }
}
