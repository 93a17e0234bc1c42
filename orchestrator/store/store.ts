import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { createEnds, type Ends } from '#orchestrator/store/ends.ts'
import { createOutbox, type Outbox } from '#orchestrator/store/outbox.ts'
import { createRecords, type Records } from '#orchestrator/store/records.ts'
import { createRuns, type Runs } from '#orchestrator/store/runs.ts'
import { makeTables } from '#orchestrator/store/schema.ts'

/** How long one process waits while another one writes, in milliseconds. */
const PATIENCE_MS = 30_000

/** What is committed is on the disk; pages are kept in memory, 64 MiB of them, and moved into the file seldom. */
const PRAGMAS = `
PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;
`

/** What the orchestrator knows, in one file that processes of one machine share. */
export interface Store extends Runs, Ends, Outbox, Records {
  readonly file: string
  /** Does all of the work or nothing of it; other processes wait. No transaction stands within another. */
  inTransaction<Result>(work: () => Result): Result
  /** The same for what may be lost with the machine's power: it is on the disk with the next transaction that waits. */
  inHastyTransaction<Result>(work: () => Result): Result
  /** Looks many things up at once, as they are together; nobody waits. */
  inReading<Result>(look: () => Result): Result
  close(): void
}

/**
 * Opens the store, or makes it. What it has committed outlives the process and the machine's power.
 * @param file its folder is made
 * @throws {Failure} where another version of the orchestrator made it
 */
export function openStore(file: string): Store {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: PATIENCE_MS })
  database.exec(PRAGMAS)
  const beginWriting = database.prepare('BEGIN IMMEDIATE')
  const beginReading = database.prepare('BEGIN')
  const commit = database.prepare('COMMIT')
  const within = <Result>(begin: StatementSync, work: () => Result): Result => {
    begin.run()
    try {
      const result = work()
      commit.run()
      return result
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  const inTransaction = <Result>(work: () => Result): Result => within(beginWriting, work)
  inTransaction(() => makeTables(database))
  const inHastyTransaction = <Result>(work: () => Result): Result => {
    database.exec('PRAGMA synchronous = NORMAL')
    try {
      return inTransaction(work)
    } finally {
      database.exec('PRAGMA synchronous = FULL')
    }
  }
  return {
    file,
    ...createRuns(database),
    ...createEnds(database),
    ...createOutbox(database),
    ...createRecords(database),
    inTransaction,
    inHastyTransaction,
    inReading: look => within(beginReading, look),
    close: () => database.close(),
  }
}
