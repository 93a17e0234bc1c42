import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { RecordLine } from '#features/evidence/record-model.ts'
import type { RetryPolicy } from '#features/evidence/run-model.ts'
import { createFileTransport } from '#orchestrator/files/file-transport.ts'
import { createLog } from '#orchestrator/log.ts'
import type { HandleStep } from '#orchestrator/step-model.ts'
import { stepsThatFailOn } from '#orchestrator/step-rules.ts'
import { createRecorder } from '#orchestrator/store/recorder.ts'
import { openStore, type Store } from '#orchestrator/store/store.ts'
import { createWriter } from '#orchestrator/store/writer.ts'
import type { Transport } from '#orchestrator/transport-model.ts'
import { createWorker } from '#orchestrator/worker/worker.ts'
import type { WorkerParts } from '#orchestrator/worker/worker-model.ts'
import { temporaryFolder } from './temporary.ts'

/** Retries without much waiting. */
export const HASTY: RetryPolicy = {
  maxAttempts: 3,
  timeoutMs: 60,
  backoff: { initialMs: 1, multiplier: 2, maxMs: 4, jitter: 0 },
}

export const RUN_ID = 'run-1'

interface Asked {
  readonly step?: HandleStep
  readonly transport?: (of: Transport) => Transport
}

/** A worker on a store and on files of its own. */
export function openBench({ step = stepsThatFailOn(null), transport: wrap = of => of }: Asked = {}) {
  const folder = temporaryFolder()
  const store = openStore(path.join(folder, 'store.sqlite'))
  const files = createFileTransport(folder)
  const transport = wrap(files)
  onTestFinished(async () => {
    store.close()
    await files.close()
  })
  const parts = (process: string, over: Partial<WorkerParts> = {}): WorkerParts => {
    const recorder = over.recorder ?? createRecorder(store, RUN_ID, process)
    return { ...usual, recorder, writer: createWriter({ store, recorder }), ...over }
  }
  const usual = {
    store,
    transport,
    policies: { consume: HASTY, publish: HASTY },
    step,
    log: createLog('silent'),
    chance: () => 0.5,
    signal: new AbortController().signal,
  }
  return { folder, store, transport, parts, worker: createWorker(parts('worker-1')) }
}

export const recordsOf = (store: Store): RecordLine[] =>
  [...store.recordsOf(RUN_ID)].map(line => JSON.parse(line))

/** The records at a boundary, each as `topic eventId`. */
export const at = (store: Store, boundary: RecordLine['boundary']): string[] =>
  recordsOf(store).flatMap(record =>
    record.boundary === boundary ? [`${record.topic} ${String(record.value['eventId'])}`] : [],
  )
