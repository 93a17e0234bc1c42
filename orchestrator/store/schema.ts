import type { DatabaseSync } from 'node:sqlite'
import { Failure } from '#scripts/failure.js'

/** Of the tables and of what stands in them; another one cannot be read. */
const FORMAT = 2

/**
 * Makes the tables where there are none, within a transaction.
 * @throws {Failure} where another version of the orchestrator made them
 */
export function makeTables(database: DatabaseSync): void {
  const isNew = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (isNew) database.exec(`${SCHEMA}PRAGMA user_version = ${FORMAT};`)
  const format = database.prepare('PRAGMA user_version').get()?.['user_version']
  if (format === FORMAT) return
  throw new Failure(
    `the orchestrator’s store has format ${format}, and this version reads ${FORMAT}: ${database.location()}`,
    'Finish its runs with the version that began them, or move the file elsewhere and begin anew.',
  )
}

/**
 * What the orchestrator keeps. `ended` has the one end of each event; what a transaction
 * causes to be sent waits in a `parcel` until it is acknowledged, and no number comes twice there, lest one process
 * remove what another one put; `record` has the
 * lines of evidence of runs whose bundles are not written yet, those of a transaction together (`lines-rules.ts`),
 * `unrecordable` how many deliveries have none.
 */
const SCHEMA = `
CREATE TABLE run (
  run_id TEXT PRIMARY KEY, kind TEXT NOT NULL, started_at TEXT NOT NULL, setting TEXT NOT NULL, finished_at TEXT
) STRICT;
CREATE TABLE start (
  run_id TEXT NOT NULL, intent_id TEXT NOT NULL, starts INTEGER NOT NULL, PRIMARY KEY (run_id, intent_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE ended (
  topic TEXT NOT NULL, event_id TEXT NOT NULL, how TEXT NOT NULL, intent_id TEXT NOT NULL, run_id TEXT NOT NULL,
  at TEXT NOT NULL, PRIMARY KEY (topic, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ended_intent ON ended (run_id, intent_id)
  WHERE how = 'given-up' OR topic = 'anchor.confirmed';
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT NOT NULL, is_caused INTEGER NOT NULL, sendings TEXT NOT NULL
) STRICT;
CREATE TABLE record (
  run_id TEXT NOT NULL, process TEXT NOT NULL, first INTEGER NOT NULL, lines BLOB NOT NULL,
  PRIMARY KEY (run_id, process, first)
) STRICT;
CREATE TABLE unrecordable (run_id TEXT PRIMARY KEY, deliveries INTEGER NOT NULL) STRICT;
`
