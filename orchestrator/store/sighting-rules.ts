import type { Boundary, RecordLine } from '#features/evidence/record-model.ts'
import { instantOf } from '#orchestrator/instant-rules.ts'
import type { Line } from '#orchestrator/store/lines-rules.ts'
import { packRows, unpackRows } from '#orchestrator/store/rows-rules.ts'

/** When a process was at a boundary, among all that it records. */
export interface Stamp {
  readonly seq: number
  /** Milliseconds since the epoch. */
  readonly time: number
}

/** That a record was at a boundary. */
interface Seen {
  readonly boundary: Boundary
  readonly stamp: Stamp
  readonly attempt: number
}

/** A record and where it was seen: its lines of evidence but for who saw it. */
export interface Sighting extends Pick<RecordLine, 'topic' | 'partition' | 'offset' | 'key' | 'headers'> {
  /** In order; one at least. */
  readonly seen: readonly Seen[]
  /** The value as JSON on one line. */
  readonly value: string
}

type Head = readonly [
  seen: readonly (readonly [Boundary, seq: number, time: number, attempt: number])[],
  topic: string,
  partition: number | null,
  offset: number | null,
  key: string | null,
  headers: Sighting['headers'],
]

const headOf = ({ seen, topic, partition, offset, key, headers }: Sighting): Head => [
  seen.map(({ boundary, stamp: { seq, time }, attempt }) => [boundary, seq, time, attempt]),
  topic,
  partition,
  offset,
  key,
  headers,
]

export const packSightings = (sightings: readonly Sighting[]): Buffer =>
  packRows(sightings.map(sighting => ({ head: headOf(sighting), value: sighting.value })))

export const unpackSightings = (packed: Uint8Array): Sighting[] =>
  unpackRows<Head>(packed).map(({ head: [seen, topic, partition, offset, key, headers], value }) => ({
    seen: seen.map(([boundary, seq, time, attempt]) => ({ boundary, stamp: { seq, time }, attempt })),
    topic,
    partition,
    offset,
    key,
    headers,
    value,
  }))

/** The first place among all that their process records. */
export const firstOf = (sightings: readonly Sighting[]): number =>
  sightings.reduce(
    (least, { seen: [first] }) => Math.min(least, first?.stamp.seq ?? least),
    Number.MAX_SAFE_INTEGER,
  )

/** The lines that tell a sighting, one for each boundary (docs/evidence-format.md). @param process who saw it */
export function linesOf(
  process: string,
  { seen, topic, partition, offset, key, headers, value }: Sighting,
): Line[] {
  const [name, keyText, headersText] = [process, key, headers].map(part => JSON.stringify(part))
  return seen.map(({ boundary, stamp: { seq, time }, attempt }) => ({
    seq,
    text: `{"process":${name},"seq":${seq},"boundary":"${boundary}","topic":${JSON.stringify(topic)},"partition":${partition},"offset":${offset},"key":${keyText},"timestamp":"${instantOf(time)}","headers":${headersText},"attempt":${attempt},"value":${value}}`,
  }))
}
