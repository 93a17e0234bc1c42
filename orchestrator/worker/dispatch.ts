import { setTimeout as sleep } from 'node:timers/promises'
import type { PendingSending } from '#orchestrator/store/outbox.ts'
import type { Sighting } from '#orchestrator/store/recorder.ts'
import type { Placement } from '#orchestrator/transport-model.ts'
import { waitAfter } from '#orchestrator/worker/backoff-rules.ts'
import { traceOf } from '#orchestrator/worker/trace-rules.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'
import { Interrupted } from '#scripts/failure.js'

type Parts = Omit<WorkerParts, 'step'>

/** What is sent and written down at once. */
const SLICE = 500

/**
 * Publishes as often as the policy allows.
 * @throws {Interrupted} where the signal comes before the next attempt
 */
async function publish(sendings: readonly PendingSending[], parts: Parts): Promise<readonly Placement[]> {
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
 * Sends what waits in the outbox, in its order, and, as soon as some of it is acknowledged, writes that down.
 * @throws what the transport says where the last attempt failed; the rest waits in the outbox then
 * @throws {Interrupted} where the signal comes before all is sent; the same
 */
export async function dispatch(sendings: readonly PendingSending[], parts: Parts): Promise<void> {
  for (let from = 0; from < sendings.length; from += SLICE) {
    if (from > 0 && parts.signal.aborted) throw new Interrupted()
    await dispatchSlice(sendings.slice(from, from + SLICE), parts)
  }
}

async function dispatchSlice(sendings: readonly PendingSending[], parts: Parts): Promise<void> {
  const { store, recorder, log } = parts
  const stamps = sendings.map(() => recorder.stamp())
  const placements = await publish(sendings, parts)
  // Where this is lost, it all waits in the outbox still, and is sent and written down again.
  store.inHastyTransaction(() => {
    const sightings = sendings.map(({ id, boundary, topic, key, headers, value }, index): Sighting => {
      const [stamp, placement] = [stamps[index], placements[index]]
      if (!stamp || !placement) throw new Error('The transport acknowledged fewer records than were sent.')
      const { partition, offset } = placement
      store.removeSending(id)
      log.info(traceOf(placement, JSON.parse(value)), boundary)
      return { stamp, boundary, topic, partition, offset, key, headers, attempt: 1, value }
    })
    recorder.record(sightings)
  })
}
