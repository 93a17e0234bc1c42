import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import { carryOut } from '#orchestrator/operator/carry-out.ts'
import { ownIntents } from '#orchestrator/operator/own-intents.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { POLICIES } from '#orchestrator/policy-model.ts'
import type { HandleStep } from '#orchestrator/step-model.ts'
import { HANDLED_TOPICS } from '#orchestrator/step-rules.ts'
import { openWriter } from '#orchestrator/store/open-writer.ts'
import { createRecorder, processName } from '#orchestrator/store/recorder.ts'
import type { BrokerDescription } from '#orchestrator/transport-model.ts'

/** The group of the orchestrator's consumers. */
export const GROUP = 'kes-orchestrator'
export const PARTITIONS = 6
/** All that the orchestrator reads and writes. */
export const TOPICS = [...HANDLED_TOPICS, DLQ_TOPIC]

/** Whose work it is, and into how many partitions topics are divided that are not there yet. */
interface Working {
  readonly role?: string
  readonly partitions?: number
}

/**
 * Works on a run until it is at its end. On a broker the run is a group of its own and takes its own intents alone.
 * @returns the broker that it ran on; null: none
 */
export async function workOn(
  { store, log, transport }: Workplace,
  runId: string,
  step: HandleStep,
  signal: AbortSignal,
  { role = 'single-operator', partitions = PARTITIONS }: Working = {},
): Promise<BrokerDescription | null> {
  const opened = await transport()
  await opened.ensureTopics(TOPICS, partitions)
  const recorder = createRecorder(store, runId, processName(role))
  const isShared = 'beginGroup' in opened
  const groupId = isShared ? `${GROUP}-${runId}` : GROUP
  if (isShared) await opened.beginGroup(groupId, HANDLED_TOPICS)
  const own = isShared ? ownIntents(opened, store.intentsOf(runId)) : opened
  const writer = openWriter(store, recorder)
  const parts = {
    store,
    transport: own,
    recorder,
    writer,
    policies: POLICIES,
    step,
    log,
    chance: Math.random,
    signal,
  }
  await carryOut(parts, { groupId }).finally(() => writer.close())
  return opened.describe(TOPICS)
}
