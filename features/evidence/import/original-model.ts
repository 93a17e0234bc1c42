import { z } from 'zod'
import { recordLineSchema } from '#features/evidence/record-model.ts'

const { topic, key, partition, offset, timestamp, headers, attempt, value } = recordLineSchema.shape

/** A line of the files that the original scripts write (FACTS, "Events and smoke"). */
export const originalLineSchema = z.strictObject({ topic, key, payload: value })

/** An event that the original smoke prints; of what was there at its boundary it tells as much as it knows. */
export const originalEventSchema = originalLineSchema.extend({
  partition: partition.default(null),
  offset: offset.default(null),
  timestamp: timestamp.optional(),
  headers: headers.default({}),
  attempt: attempt.default(1),
})

export type OriginalEvent = z.infer<typeof originalEventSchema>

/** What an original script prints when it ends: figures about itself, and, of the smokes, the events. */
export const summarySchema = z.looseObject({
  controlledFailureTopic: z.string().nullish(),
  events: z.array(z.unknown()).optional(),
})

export type Summary = z.infer<typeof summarySchema>
