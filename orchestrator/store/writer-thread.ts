import { parentPort, workerData } from 'node:worker_threads'
import type { Place, Task } from '#orchestrator/store/open-writer.ts'
import { createRecorder } from '#orchestrator/store/recorder.ts'
import { settlementOf } from '#orchestrator/store/settlement-tuple-rules.ts'
import { openStore } from '#orchestrator/store/store.ts'
import { createWriter } from '#orchestrator/store/writer.ts'

// The thread behind `openWriter`: does what it is told, one after another, and answers each.
const { file, runId, process }: Place = workerData
const store = openStore(file)
const writer = createWriter({ store, recorder: createRecorder(store, runId, process) })

const done = (task: Task) =>
  task.kind === 'settle' ? writer.settle(task.settlements.map(settlementOf)) : writer.acknowledge(...task.of)

parentPort?.on('message', (task: Task | null) => {
  if (task === null) {
    store.close()
    parentPort?.close()
    return
  }
  done(task).then(
    result => parentPort?.postMessage({ result }),
    (error: unknown) => parentPort?.postMessage({ error }),
  )
})
