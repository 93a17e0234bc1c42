import type { DatabaseSync } from 'node:sqlite'
import { type Line, merged, packLines, unpackLines } from '#orchestrator/store/lines-rules.ts'

/** The lines of evidence that runs have left so far (docs/evidence-format.md). */
export interface Records {
  /** Keeps lines of a process; a transaction's all at once is what costs least. */
  putRecords(runId: string, process: string, lines: readonly Line[]): void
  /** The lines of a run: process by process, each in its own order. */
  recordsOf(runId: string): Iterable<string>
  hasRecords(runId: string): boolean
  /** Counts a delivery of which evidence can hold nothing. */
  putUnrecordable(runId: string): void
  unrecordableOf(runId: string): number
  /** Forgets them: the bundle has them. */
  removeRecords(runId: string): void
}

export function createRecords(database: DatabaseSync): Records {
  const insert = database.prepare('INSERT INTO record (run_id, process, first, lines) VALUES (?, ?, ?, ?)')
  const processes = database.prepare('SELECT DISTINCT process FROM record WHERE run_id = ? ORDER BY process')
  const select = database.prepare('SELECT lines FROM record WHERE run_id = ? AND process = ? ORDER BY first')
  const any = database.prepare('SELECT 1 FROM record WHERE run_id = ? LIMIT 1')
  const remove = database.prepare('DELETE FROM record WHERE run_id = ?')
  const count = database.prepare(
    'INSERT INTO unrecordable (run_id, deliveries) VALUES (?, 1) ON CONFLICT DO UPDATE SET deliveries = deliveries + 1',
  )
  const counted = database.prepare('SELECT deliveries FROM unrecordable WHERE run_id = ?')
  function* listsOf(runId: string, process: string): Generator<Line[]> {
    for (const { lines } of select.iterate(runId, process)) yield unpackLines(lines as Uint8Array)
  }
  return {
    putRecords(runId, process, lines) {
      if (lines.length === 0) return
      const first = lines.reduce((least, { seq }) => Math.min(least, seq), Number.MAX_SAFE_INTEGER)
      insert.run(runId, process, first, packLines(lines))
    },
    *recordsOf(runId) {
      for (const { process } of processes.all(runId))
        for (const { text } of merged(listsOf(runId, String(process)))) yield text
    },
    hasRecords: runId => any.get(runId) !== undefined,
    putUnrecordable: runId => void count.run(runId),
    unrecordableOf: runId => Number(counted.get(runId)?.['deliveries'] ?? 0),
    removeRecords: runId => void remove.run(runId),
  }
}
