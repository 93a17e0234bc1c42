import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Recorder } from '#orchestrator/store/recorder.ts'
import { type SettlementTuple, tupleOf } from '#orchestrator/store/settlement-tuple-rules.ts'
import type { Store } from '#orchestrator/store/store.ts'
import type { Settled, Writer } from '#orchestrator/store/writer-model.ts'

/** Where a thread writes, and for whom. */
export interface Place {
  readonly file: string
  readonly runId: string
  readonly process: string
}

export type Task =
  | { readonly kind: 'settle'; readonly settlements: readonly SettlementTuple[] }
  | { readonly kind: 'acknowledge'; readonly of: Parameters<Writer['acknowledge']> }

type Answer = { readonly result: unknown } | { readonly error: unknown }

/**
 * A writer with a thread and a connection of its own, so that the next events are handled while those before are
 * written (docs/orchestrator.md, "Speed").
 */
export function openWriter(store: Pick<Store, 'file'>, { runId, process }: Recorder): Writer {
  const place: Place = { file: store.file, runId, process }
  const thread = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: place })
  const ended = once(thread, 'exit').catch(() => {})
  const waiting: PromiseWithResolvers<unknown>[] = []
  let failure: unknown
  const fail = (error: unknown): void => {
    failure ??= error
    for (const { reject } of waiting.splice(0)) reject(failure)
  }
  thread.on('error', fail)
  thread.on('exit', () => fail(new Error('The thread that writes has ended.')))
  thread.on('message', (answer: Answer) => {
    const asked = waiting.shift()
    if ('error' in answer) asked?.reject(answer.error)
    else asked?.resolve(answer.result)
  })
  const ask = (task: Task): Promise<unknown> => {
    if (failure) return Promise.reject(failure)
    const answer = Promise.withResolvers<unknown>()
    waiting.push(answer)
    thread.postMessage(task)
    return answer.promise
  }
  return {
    settle: settlements => ask({ kind: 'settle', settlements: settlements.map(tupleOf) }) as Promise<Settled>,
    acknowledge: async (...of) => void (await ask({ kind: 'acknowledge', of })),
    async close() {
      thread.postMessage(null)
      await ended
    },
  }
}
