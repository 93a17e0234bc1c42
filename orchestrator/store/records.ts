import type { DatabaseSync } from 'node:sqlite'

/** The lines of evidence that runs have left so far (docs/evidence-format.md). */
export interface Records {
  putRecord(runId: string, process: string, seq: number, line: string): void
  /** The lines of a run: process by process, each in its own order. */
  recordsOf(runId: string): Iterable<string>
  /** Forgets them: the bundle has them. */
  removeRecords(runId: string): void
}

export function createRecords(database: DatabaseSync): Records {
  const insert = database.prepare('INSERT INTO record (run_id, process, seq, line) VALUES (?, ?, ?, ?)')
  const select = database.prepare('SELECT line FROM record WHERE run_id = ? ORDER BY process, seq')
  const remove = database.prepare('DELETE FROM record WHERE run_id = ?')
  return {
    putRecord: (runId, process, seq, line) => void insert.run(runId, process, seq, line),
    *recordsOf(runId) {
      for (const { line } of select.iterate(runId)) yield String(line)
    },
    removeRecords: runId => void remove.run(runId),
  }
}
