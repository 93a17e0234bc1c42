import { randomBytes } from 'node:crypto'
import type { Records } from '#orchestrator/store/records.ts'
import type { Sighting, Stamp } from '#orchestrator/store/sighting-rules.ts'

/** Records what one process of one run sees. */
export interface Recorder {
  readonly runId: string
  readonly process: string
  /** Takes the next place in the sequence. Before something is sent, so that what it causes comes behind it. */
  stamp(): Stamp
  /** Within a transaction of the store; all that is seen in it at once. */
  record(sightings: readonly Sighting[]): void
}

/** A name that no other process has, nor this one after a restart. */
export const processName = (role: string): string =>
  `${role}-${process.pid}-${randomBytes(4).toString('hex')}`

export function createRecorder(store: Records, runId: string, process: string): Recorder {
  let seq = 0
  return {
    runId,
    process,
    stamp() {
      seq += 1
      return { seq, time: Date.now() }
    },
    record: sightings => store.putSightings(runId, process, sightings),
  }
}
