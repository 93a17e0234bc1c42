import type { DatabaseSync } from 'node:sqlite'
import { type Line, merged } from '#orchestrator/store/lines-rules.ts'
import { sightingsOf, unpackSendings } from '#orchestrator/store/sending-rules.ts'
import {
  firstOf,
  linesOf,
  packSightings,
  type Sighting,
  unpackSightings,
} from '#orchestrator/store/sighting-rules.ts'

/** What runs have left of evidence so far: what was seen, and what was sent of the outbox. */
export interface Records {
  /** Keeps what a process saw; a transaction's all at once is what costs least. */
  putSightings(runId: string, process: string, sightings: readonly Sighting[]): void
  /** The lines of a run (docs/evidence-format.md): process by process, each in its own order. */
  recordsOf(runId: string): Iterable<string>
  hasRecords(runId: string): boolean
  /** Counts a delivery of which evidence can hold nothing. */
  putUnrecordable(runId: string): void
  unrecordableOf(runId: string): number
  /** Forgets them: the bundle has them. What waits to be sent is kept. */
  removeRecords(runId: string): void
}

/** Each row of sightings of a process, and each parcel that it sent. Both lie in this order. */
const KEPT = `
SELECT first, sightings, NULL AS sendings, NULL AS sent FROM record WHERE run_id = :run AND process = :process
UNION ALL
SELECT first, NULL, sendings, sent FROM parcel WHERE run_id = :run AND process = :process AND sent IS NOT NULL
ORDER BY first`

const PROCESSES = `
SELECT process FROM record WHERE run_id = :run
UNION SELECT process FROM parcel WHERE run_id = :run AND sent IS NOT NULL ORDER BY process`

type Kept = Readonly<Record<string, unknown>>

const seenIn = ({ sightings, sendings, sent }: Kept): Sighting[] =>
  sent === null
    ? unpackSightings(sightings as Uint8Array)
    : sightingsOf(unpackSendings(sendings as Uint8Array), JSON.parse(String(sent)))

export function createRecords(database: DatabaseSync): Records {
  const insert = database.prepare(
    'INSERT INTO record (run_id, process, first, sightings) VALUES (?, ?, ?, ?)',
  )
  const processes = database.prepare(PROCESSES)
  const select = database.prepare(KEPT)
  const removeSeen = database.prepare('DELETE FROM record WHERE run_id = ?')
  const removeSent = database.prepare('DELETE FROM parcel WHERE run_id = ? AND sent IS NOT NULL')
  const count = database.prepare(
    'INSERT INTO unrecordable (run_id, deliveries) VALUES (?, 1) ON CONFLICT DO UPDATE SET deliveries = deliveries + 1',
  )
  const counted = database.prepare('SELECT deliveries FROM unrecordable WHERE run_id = ?')
  function* listsOf(runId: string, process: string): Generator<Line[]> {
    for (const row of select.iterate({ run: runId, process }))
      yield seenIn(row).flatMap(sighting => linesOf(process, sighting))
  }
  return {
    putSightings(runId, process, sightings) {
      if (sightings.length > 0) insert.run(runId, process, firstOf(sightings), packSightings(sightings))
    },
    *recordsOf(runId) {
      for (const { process } of processes.all({ run: runId }))
        for (const { text } of merged(listsOf(runId, String(process)))) yield text
    },
    hasRecords: runId => processes.get({ run: runId }) !== undefined,
    putUnrecordable: runId => void count.run(runId),
    unrecordableOf: runId => Number(counted.get(runId)?.['deliveries'] ?? 0),
    removeRecords(runId) {
      removeSeen.run(runId)
      removeSent.run(runId)
    },
  }
}
