import { setTimeout as sleep } from 'node:timers/promises'
import type { Parcel } from '#orchestrator/store/outbox.ts'
import type { Sent } from '#orchestrator/store/sending-rules.ts'
import type { Placement } from '#orchestrator/transport-model.ts'
import { waitAfter } from '#orchestrator/worker/backoff-rules.ts'
import { traceOf } from '#orchestrator/worker/trace-rules.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'
import { Interrupted } from '#scripts/failure.js'

type Parts = Omit<WorkerParts, 'step'>

/**
 * Publishes as often as the policy allows.
 * @throws {Interrupted} where the signal comes before the next attempt
 */
async function publish(sendings: Parcel['sendings'], parts: Parts): Promise<readonly Placement[]> {
  const { transport, policies, log, chance, signal } = parts
  const policy = policies.publish
  for (let attempt = 1; ; attempt += 1)
    try {
      return await transport.publish(sendings)
    } catch (error) {
      log.warn({ attempt, records: sendings.length, err: error }, 'publish failed')
      if (attempt >= policy.maxAttempts) throw error
      await sleep(waitAfter(attempt, policy, chance()), undefined, { signal }).catch(() => {})
      if (signal.aborted) throw new Interrupted()
    }
}

/**
 * Sends a parcel.
 * @returns what is to be written down of it
 * @throws what the transport says where the last attempt failed; the parcel waits in the outbox then
 */
export async function send({ sendings }: Parcel, parts: Parts): Promise<readonly Sent[]> {
  const { recorder, log } = parts
  const stamps = sendings.map(() => recorder.stamp())
  const placements = await publish(sendings, parts)
  return sendings.map(({ key, eventId, boundary }, place): Sent => {
    const [stamp, placement] = [stamps[place], placements[place]]
    if (!stamp || !placement) throw new Error('The transport acknowledged fewer records than were sent.')
    log.info(traceOf(placement, { intentId: key, eventId }), boundary)
    return [stamp.seq, stamp.time, placement.partition, placement.offset]
  })
}

/**
 * Sends parcels that wait in the outbox, in their order, and writes down each that is acknowledged before the next.
 * @throws what {@link send} throws; the rest waits in the outbox then
 * @throws {Interrupted} where the signal comes before all is sent; the same
 */
export async function dispatch(parcels: readonly Parcel[], parts: Parts): Promise<void> {
  for (const [index, parcel] of parcels.entries()) {
    if (index > 0 && parts.signal.aborted) throw new Interrupted()
    await parts.writer.acknowledge(parcel.id, await send(parcel, parts), parcel.sendings)
  }
}
