import type { Placement } from '#orchestrator/transport-model.ts'

/** What stands in every line of the log at a boundary (FACTS, row 7). */
export const traceOf = (
  { topic, partition, offset }: Placement,
  value: { readonly intentId?: unknown; readonly eventId?: unknown } | null,
) => ({
  intentId: value?.intentId ?? null,
  eventId: value?.eventId ?? null,
  topic,
  partition,
  offset,
})
