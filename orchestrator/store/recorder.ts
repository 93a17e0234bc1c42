import { randomBytes } from 'node:crypto'
import type { Boundary, RecordLine } from '#features/evidence/record-model.ts'
import { instantOf } from '#orchestrator/instant-rules.ts'
import type { Line } from '#orchestrator/store/lines-rules.ts'
import type { Records } from '#orchestrator/store/records.ts'

/** When a process was at a boundary, among all that it records. */
export interface Stamp {
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly time: number
}

/** What was at a boundary, and when: a record's line but for who. */
export interface Sighting extends Pick<RecordLine, 'topic' | 'partition' | 'offset' | 'key' | 'headers'> {
  readonly stamp: Stamp
  readonly boundary: Boundary
  readonly attempt: number
  /** The value as JSON. */
  readonly value: string
}

/** Writes the lines of evidence of one process of one run. */
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
  const name = JSON.stringify(process)
  const lineOf = ({
    stamp,
    boundary,
    topic,
    partition,
    offset,
    key,
    headers,
    attempt,
    value,
  }: Sighting): Line => {
    const timestamp = instantOf(stamp.time)
    return {
      seq: stamp.seq,
      text: `{"process":${name},"seq":${stamp.seq},"boundary":"${boundary}","topic":${JSON.stringify(topic)},"partition":${partition},"offset":${offset},"key":${JSON.stringify(key)},"timestamp":"${timestamp}","headers":${JSON.stringify(headers)},"attempt":${attempt},"value":${value}}`,
    }
  }
  return {
    runId,
    process,
    stamp() {
      seq += 1
      return { seq, time: Date.now() }
    },
    record: sightings => store.putRecords(runId, process, sightings.map(lineOf)),
  }
}
