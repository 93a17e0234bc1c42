/**
 * What the orchestrator keeps. `ended` has the one end of each event; what a transaction
 * causes to be sent waits in a `parcel` until it is acknowledged, and no number comes twice there, lest one process
 * remove what another one put; `record` has the
 * lines of evidence of runs whose bundles are not written yet, those of a transaction together (`lines-rules.ts`),
 * `unrecordable` how many deliveries have none.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS run (
  run_id TEXT PRIMARY KEY, kind TEXT NOT NULL, started_at TEXT NOT NULL, setting TEXT NOT NULL, finished_at TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS start (
  run_id TEXT NOT NULL, intent_id TEXT NOT NULL, starts INTEGER NOT NULL, PRIMARY KEY (run_id, intent_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ended (
  topic TEXT NOT NULL, event_id TEXT NOT NULL, how TEXT NOT NULL, intent_id TEXT NOT NULL, run_id TEXT NOT NULL,
  at TEXT NOT NULL, PRIMARY KEY (topic, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ended_intent ON ended (run_id, intent_id)
  WHERE how = 'given-up' OR topic = 'anchor.confirmed';
CREATE TABLE IF NOT EXISTS parcel (
  id INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT NOT NULL, is_caused INTEGER NOT NULL, sendings TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS record (
  run_id TEXT NOT NULL, process TEXT NOT NULL, first INTEGER NOT NULL, lines BLOB NOT NULL,
  PRIMARY KEY (run_id, process, first)
) STRICT;
CREATE TABLE IF NOT EXISTS unrecordable (run_id TEXT PRIMARY KEY, deliveries INTEGER NOT NULL) STRICT;
`
