import { z } from 'zod'

/** Where a record was taken: an event goes out, comes in, has its effect, goes to the DLQ, or goes out again from there. */
export const BOUNDARIES = ['publish', 'consume', 'effect', 'dlq', 'replay'] as const

export type Boundary = (typeof BOUNDARIES)[number]

const short = z.string().min(1).max(249)

/** As long as Kafka allows. */
export const topicName = short

/** A line of a bundle's file, as its producer wrote it (DESIGN 6). */
export const recordLineSchema = z.strictObject({
  /** Who recorded it, the same throughout a process's life. */
  process: short,
  /** Rises by any step within a process. */
  seq: z.int().min(0),
  boundary: z.enum(BOUNDARIES),
  topic: topicName,
  /** Null where there was no broker. */
  partition: z.int32().min(0).nullable(),
  offset: z.int().min(0).nullable(),
  key: z.string().nullable(),
  /** Instant of the boundary, ISO 8601 with offset. */
  timestamp: z.iso.datetime({ offset: true }),
  headers: z.record(z.string().max(200), z.string().max(8000)),
  /** Of handling a delivered event; 1 is the first. */
  attempt: z.int().min(1).max(1000),
  /** The event's envelope, or the DLQ record. */
  value: z.record(z.string(), z.unknown()),
})

export type RecordLine = z.infer<typeof recordLineSchema>

/** A record of a run as the checks see it. */
export interface EvidenceRecord extends Omit<RecordLine, 'timestamp'> {
  readonly runId: string
  /** Its place in the run, from 1: the lines of its files one after the other. */
  readonly number: number
  /** Instant of the boundary, milliseconds since the epoch. */
  readonly time: number
  /** From the value; null where that has none. */
  readonly eventId: string | null
  readonly intentId: string | null
}
