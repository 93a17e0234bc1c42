import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { observe } from '#orchestrator/consumer/observe.ts'
import { CHAIN_SEATS, takeSeat } from '#orchestrator/consumer/seats.ts'
import { joinRun } from '#orchestrator/consumer/shared-run.ts'
import { parseEnvironment } from '#orchestrator/env.ts'
import { createFileTransport } from '#orchestrator/files/file-transport.ts'
import { createLog } from '#orchestrator/log.ts'
import { e2e } from '#orchestrator/operator/e2e.ts'
import { atWorkplace } from '#orchestrator/operator/workplace.ts'
import { createRecorder } from '#orchestrator/store/recorder.ts'
import { openStore } from '#orchestrator/store/store.ts'
import { openBench, RUN_ID, recordsOf } from './bench.ts'
import { delivery, event } from './events.ts'
import { temporaryFolder } from './temporary.ts'

const log = createLog('silent')

describe('a consumer that looks on', () => {
  test('records what breaks its contract too, for the checks to judge, and counts what it cannot record', () => {
    const { store } = openBench()
    const recorder = createRecorder(store, RUN_ID, 'looks-on')
    const { payload: _, ...broken } = event()
    observe([delivery(broken), delivery(event(), { key: 'another' }), delivery('poison'), delivery(null)], {
      store,
      recorder,
      log,
    })
    expect(recordsOf(store).map(({ key, value }) => [key, value])).toEqual([
      ['intent-1', broken],
      ['another', event()],
    ])
    expect(store.unrecordableOf(RUN_ID)).toBe(2)
  })
})

/** A folder of outputs and evidence, and its environment with some variables more. */
function openPlace() {
  const folder = temporaryFolder()
  const transport = createFileTransport(folder)
  onTestFinished(() => transport.close())
  const environment = (variables: Readonly<Record<string, string>> = {}) =>
    parseEnvironment(
      {
        KES_OUTPUTS: folder,
        MZA_EVIDENCE: path.join(folder, 'evidence'),
        KES_SUBJECT_COMMIT: 'a1b2c3d4',
        KES_LOG_LEVEL: 'silent',
        ...variables,
      },
      folder,
    )
  const join = (variables?: Readonly<Record<string, string>>) =>
    joinRun('chain', { environment: environment(variables), transport, log }, [])
  return { folder, environment, join }
}

describe('consumers that carry out the chain', () => {
  test('have the store of the single operator’s commands: what had its effect there has none here', async () => {
    const { folder, environment, join } = openPlace()
    await atWorkplace(environment(), place => e2e(place, 1, [], new AbortController().signal))
    const shared = await join()
    const operators = openStore(path.join(folder, 'single_operator.sqlite'))
    operators.putEffect({ topic: 'mint.requested', eventId: 'e', intentId: 'i', runId: 'r' })
    operators.close()
    expect(shared.store.hasEffect('mint.requested', 'e')).toBe(true)
    shared.abandon()
  })

  test('and the single operator’s commands keep out of each other’s way', async () => {
    const { folder, environment, join } = openPlace()
    const seat = await takeSeat(folder, CHAIN_SEATS)
    await expect(atWorkplace(environment(), async () => {})).rejects.toThrow('carries out the chain')
    seat.release()
    await atWorkplace(environment(), async () => {
      await expect(join()).rejects.toThrow('single operator is at work')
    })
    const stopped = atWorkplace(environment(), place => e2e(place, 1, [], AbortSignal.abort()))
    await expect(stopped).rejects.toThrow('interrupted')
    await expect(join()).rejects.toThrow('was interrupted and is not at its end')
    await atWorkplace(environment(), place => e2e(place, 1, [], new AbortController().signal))
    const shared = await join()
    shared.abandon()
    const blocked = atWorkplace(environment(), place => e2e(place, 1, [], new AbortController().signal))
    await expect(blocked).rejects.toThrow('was interrupted and is not at its end')
  })

  test('do not take part in a run of others that was begun otherwise, and end one that was left', async () => {
    const { join } = openPlace()
    const failing = await join({ SINGLE_OPERATOR_FAIL_ON_TOPIC: 'mint.requested' })
    await expect(join()).rejects.toThrow('SINGLE_OPERATOR_FAIL_ON_TOPIC: begun with mint.requested, now none')
    failing.abandon()
    const after = await join()
    expect(after.run).toMatchObject({ controlledFailureTopic: null })
    expect(after.run.runId).not.toBe(failing.run.runId)
    after.abandon()
  })
})
