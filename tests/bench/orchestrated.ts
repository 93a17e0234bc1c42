import path from 'node:path'
import { CHAIN } from '#orchestrator/event-model.ts'
import { createLog } from '#orchestrator/log.ts'
import { POLICIES } from '#orchestrator/policy-model.ts'
import { stepsThatFailOn } from '#orchestrator/step-rules.ts'
import { openWriter } from '#orchestrator/store/open-writer.ts'
import { createRecorder } from '#orchestrator/store/recorder.ts'
import { openStore } from '#orchestrator/store/store.ts'
import { createWorker } from '#orchestrator/worker/worker.ts'
import type { Carrier } from '#tests/bench/carrier.ts'
import { carryBy, openBenchTransport } from '#tests/bench/carry-by.ts'

/** The orchestrator's own worker, with its store, its log and all it records. */
export function openOrchestrator(broker: string, groupId: string, folder: string): Carrier {
  const store = openStore(path.join(folder, 'store.sqlite'))
  const transport = openBenchTransport(broker)
  const recorder = createRecorder(store, 'bench', 'bench-1')
  const writer = openWriter(store, recorder)
  const worker = createWorker({
    store,
    transport,
    recorder,
    writer,
    policies: POLICIES,
    signal: new AbortController().signal,
    step: stepsThatFailOn(null),
    log: createLog('info'),
    chance: Math.random,
  })
  const carrier = carryBy(transport, groupId, CHAIN, batch => worker.handle(batch))
  const closeAll = async () => {
    await carrier.close()
    await writer.close()
    store.close()
  }
  return { ...carrier, close: closeAll }
}
