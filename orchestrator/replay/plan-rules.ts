import { z } from 'zod'
import { admit } from '#orchestrator/admission-rules.ts'
import { MASK } from '#orchestrator/bundle/mask-rules.ts'
import { contractBreach } from '#orchestrator/contract-rules.ts'
import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import { buildKafkaRecordInput } from '#orchestrator/record-input-rules.ts'
import type { DeadRecord, ReplayPlan, SkipReason } from '#orchestrator/replay/replay-model.ts'

/** Of a DLQ record what a replay needs beside what the contract demands. */
const dlqValue = z.looseObject({
  intentId: z.string(),
  sourceTopic: z.string(),
  runId: z.string().optional(),
  original: z
    .looseObject({ key: z.string().nullable(), value: z.string().nullable(), isCut: z.boolean() })
    .optional(),
})

const skip = (reason: SkipReason, detail: string): ReplayPlan => ({ kind: 'skip', reason, detail })

/**
 * Plans one record: the original goes out again to its topic, under its own key, which is the intentId of both.
 * @param record as it lies in the DLQ, in a file or in a bundle
 */
export function planReplay({ key, value }: DeadRecord): ReplayPlan {
  const { success, data } = dlqValue.safeParse(value)
  const breach = success ? contractBreach(DLQ_TOPIC, data) : null
  if (!success || breach)
    return skip('breaks-contract', breach?.detail ?? 'expected a DLQ record with its five fields')
  const { intentId, sourceTopic, original, runId = null } = data
  if (!original) return skip('without-original', 'the record does not hold the event that failed')
  if (original.isCut)
    return skip('no-event', 'what failed was no event of ours, and only a part of it was kept')
  if (original.key === MASK || original.value === MASK)
    return skip('masked', 'the bundle does not tell what looked like a secret; the DLQ itself has it')
  const { event, breach: why } = admit({
    topic: sourceTopic,
    key: original.key,
    value: original.value,
    headers: {},
    partition: null,
    offset: null,
    timestamp: '',
  })
  if (key !== intentId || (event && event.intentId !== intentId))
    return skip('key-mismatch', `key ${key}, intentId ${intentId}, of the event ${String(event?.intentId)}`)
  if (why) return skip(why.reason === 'key_not_intent' ? 'key-mismatch' : 'no-event', why.detail)
  const input = buildKafkaRecordInput(sourceTopic, event)
  return { kind: 'replay', input, eventId: event.eventId, runId }
}

const nameOf = (plan: ReplayPlan): string | null =>
  plan.kind === 'replay' ? `${plan.input.topic}\n${plan.eventId}` : null

/**
 * Plans all records: an event that was given up more than once goes out once, by its newest record, and one that has
 * had its effect does not.
 * @param records oldest first
 */
export function planReplays(
  records: Iterable<DeadRecord>,
  hasEffect: (topic: string, eventId: string) => boolean,
): ReplayPlan[] {
  const plans = [...records].map(planReplay)
  const last = new Map(plans.flatMap((plan, index) => (nameOf(plan) === null ? [] : [[nameOf(plan), index]])))
  return plans.map((plan, index) => {
    if (plan.kind === 'skip') return plan
    if (last.get(nameOf(plan)) !== index) return skip('given-up-again', `${plan.eventId} has a newer record`)
    if (hasEffect(plan.input.topic, plan.eventId))
      return skip('has-effect', `${plan.eventId} has had its effect`)
    return plan
  })
}
