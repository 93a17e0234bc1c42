import { setTimeout as sleep } from 'node:timers/promises'
import type { PendingSending } from '#orchestrator/store/outbox.ts'
import type { Placement } from '#orchestrator/transport-model.ts'
import { waitAfter } from '#orchestrator/worker/backoff-rules.ts'
import { traceOf } from '#orchestrator/worker/trace-rules.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'

type Parts = Omit<WorkerParts, 'step'>

/** Publishes as often as the policy allows. */
async function publish(sendings: readonly PendingSending[], parts: Parts): Promise<readonly Placement[]> {
  const { transport, policies, log, chance } = parts
  const policy = policies.publish
  for (let attempt = 1; ; attempt += 1)
    try {
      return await transport.publish(sendings)
    } catch (error) {
      log.warn({ attempt, records: sendings.length, err: error }, 'publish failed')
      if (attempt >= policy.maxAttempts) throw error
      await sleep(waitAfter(attempt, policy, chance()))
    }
}

/**
 * Sends what waits in the outbox and, once it is acknowledged, writes that down.
 * @throws what the transport says where the last attempt failed; it all waits in the outbox then
 */
export async function dispatch(sendings: readonly PendingSending[], parts: Parts): Promise<void> {
  if (sendings.length === 0) return
  const { store, recorder, log } = parts
  const stamps = sendings.map(() => recorder.stamp())
  const placements = await publish(sendings, parts)
  // Where this is lost, it all waits in the outbox still, and is sent and written down again.
  store.inHastyTransaction(() => {
    for (const [index, { id, boundary, topic, key, headers, value }] of sendings.entries()) {
      const [stamp, placement] = [stamps[index], placements[index]]
      if (!stamp || !placement) throw new Error('The transport acknowledged fewer records than were sent.')
      const { partition, offset } = placement
      recorder.record(stamp, { boundary, topic, partition, offset, key, headers, attempt: 1, value })
      store.removeSending(id)
      log.info(traceOf(placement, JSON.parse(value)), boundary)
    }
  })
}
