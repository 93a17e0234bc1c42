import type { DatabaseSync } from 'node:sqlite'
import { Failure } from '#scripts/failure.js'

/** Of the tables and of what stands in them; another one cannot be read. */
const FORMAT = 3

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
 * What the orchestrator keeps. `ended` has the one end of each event. What a transaction causes to be sent waits in a
 * `parcel` until it is acknowledged; `sent` has when and where to then, and `process` by whom, as evidence. No number of
 * a parcel comes twice, lest one process note of another's what it did with its own. `record` has what was seen, that of
 * a transaction together; both are packed (`rows-rules.ts`) and kept until the bundle of their run is written.
 * `unrecordable` has how many deliveries leave nothing.
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
  PRIMARY KEY (topic, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ended_intent ON ended (run_id, intent_id)
  WHERE how = 'given-up' OR topic = 'anchor.confirmed';
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT NOT NULL, is_caused INTEGER NOT NULL, process TEXT, first INTEGER,
  sent TEXT, sendings BLOB NOT NULL
) STRICT;
CREATE INDEX parcel_waiting ON parcel (run_id) WHERE sent IS NULL;
CREATE INDEX parcel_sent ON parcel (run_id, process, first) WHERE sent IS NOT NULL;
CREATE TABLE record (
  run_id TEXT NOT NULL, process TEXT NOT NULL, first INTEGER NOT NULL, sightings BLOB NOT NULL,
  PRIMARY KEY (run_id, process, first)
) STRICT;
CREATE TABLE unrecordable (run_id TEXT PRIMARY KEY, deliveries INTEGER NOT NULL) STRICT;
`
