import path from 'node:path'
import type { Environment } from '#orchestrator/env.ts'
import { KES_TOPIC } from '#orchestrator/event-model.ts'
import { idleSignal } from '#orchestrator/idle-signal.ts'
import type { Log } from '#orchestrator/log.ts'
import { GROUP, TOPICS } from '#orchestrator/operator/work-on.ts'
import { POLICIES } from '#orchestrator/policy-model.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { type ReceivedEvent, receivedEvents } from '#orchestrator/smoke/received-events.ts'
import { HANDLED_TOPICS, stepsThatFailOn } from '#orchestrator/step-rules.ts'
import { openWriter } from '#orchestrator/store/open-writer.ts'
import { createRecorder, processName } from '#orchestrator/store/recorder.ts'
import type { Delivery, Transport } from '#orchestrator/transport-model.ts'
import { createWorker } from '#orchestrator/worker/worker.ts'
import { observe } from './observe.ts'
import { joinRun, type SharedRun } from './shared-run.ts'

export interface ConsumerOptions {
  /** Whether it carries out the chain; else it looks on. */
  readonly chain: boolean
  /** Of consumers that share the work; undefined: the usual one. */
  readonly group?: string
  readonly partitions: number
  /** Ends after so long without a record; undefined: when it is told to. */
  readonly idleS?: number
}

/** What the command prints; its path is the project's. */
export interface ConsumerSummary {
  /** Whether it ended in order; nothing is judged by it. */
  readonly ok: boolean
  readonly mode: 'kes_consumer'
  readonly environment: string
  readonly chain: boolean
  /** Deliveries of the run, of all who take part in it, each event's first attempt. Null while others go on. */
  readonly receivedCount: number | null
  /** Those of `kes.orchestrator.events`. */
  readonly events: readonly ReceivedEvent[]
  readonly runId: string
  /** Null while others go on with the run, or where nothing came. */
  readonly bundle: string | null
}

interface Handler {
  readonly handle: (batch: readonly Delivery[]) => Promise<void>
  readonly close: () => Promise<void>
}

async function handler(
  chain: boolean,
  { run, store, isFirst }: SharedRun,
  transport: Transport,
  log: Log,
  signal: AbortSignal,
): Promise<Handler> {
  const recorder = createRecorder(store, run.runId, processName('kes-consumer'))
  if (!chain)
    return { handle: async batch => observe(batch, { store, recorder, log }), close: async () => {} }
  const writer = openWriter(store, recorder)
  const step = stepsThatFailOn(run.controlledFailureTopic)
  const worker = createWorker({
    store,
    transport,
    recorder,
    writer,
    policies: POLICIES,
    step,
    log,
    chance: Math.random,
    signal,
  })
  // What others who are at work put there, they send; what one left who was killed is sent when its event comes again.
  try {
    if (isFirst) await worker.drain()
  } catch (error) {
    await writer.close()
    throw error
  }
  return { handle: batch => worker.handle(batch), close: () => writer.close() }
}

/** Consumes until it is told to end, or nothing more comes. */
export async function consume(
  { environment, transport, log }: { environment: Environment; transport: Transport; log: Log },
  { chain, group, partitions, idleS }: ConsumerOptions,
  args: readonly string[],
  signal: AbortSignal,
): Promise<ConsumerSummary> {
  await transport.ensureTopics(TOPICS, partitions)
  const shared = await joinRun(chain ? 'chain' : 'looks-on', { environment, transport, log }, args)
  const { run, store } = shared
  const idle = idleSignal(idleS)
  try {
    const { handle, close } = await handler(chain, shared, transport, log, signal)
    const consuming = transport.consume({
      topics: chain ? HANDLED_TOPICS : [KES_TOPIC],
      groupId: group ?? (chain ? GROUP : `${GROUP}-looks-on`),
      fromBeginning: true,
      signal: AbortSignal.any([signal, idle.signal]),
      async handle(batch) {
        idle.touch()
        await handle(batch)
        idle.touch()
      },
    })
    await consuming.finally(close)
    const events = receivedEvents(store, run.runId)
    const bundle = await shared.leave(await transport.describe(TOPICS))
    return {
      ok: true,
      mode: 'kes_consumer',
      environment: run.environment,
      chain,
      receivedCount: bundle ? Number(bundle.run.claims['receivedCount']) : null,
      events,
      runId: run.runId,
      bundle: bundle && path.relative(PROJECT, bundle.folder),
    }
  } catch (error) {
    shared.abandon()
    throw error
  } finally {
    idle.stop()
  }
}
