import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runSchema } from '#features/evidence/run-model.ts'
import { dlqRecordOf } from '#orchestrator/dlq-rules.ts'
import { parseEnvironment } from '#orchestrator/env.ts'
import { filesIn } from '#orchestrator/files/places.ts'
import { createLog } from '#orchestrator/log.ts'
import { conditionsNow } from '#orchestrator/operator/conditions.ts'
import { type Conditions, differences } from '#orchestrator/operator/conditions-rules.ts'
import { e2e } from '#orchestrator/operator/e2e.ts'
import { giveUp } from '#orchestrator/operator/give-up.ts'
import { newRun } from '#orchestrator/operator/new-run.ts'
import { atWorkplace } from '#orchestrator/operator/workplace.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { replayDlq } from '#orchestrator/replay/replay.ts'
import { delivery, event } from './events.ts'
import { temporaryFolder } from './temporary.ts'

type Variables = Readonly<Record<string, string>>

const FAILING = { SINGLE_OPERATOR_FAIL_ON_TOPIC: 'mint.requested' }

/** The single operator's commands, in a folder of their own; with `isStopped` they are told to end at once. */
function openOperator() {
  const folder = temporaryFolder()
  const environment = (variables: Variables) =>
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
  const signal = (isStopped: boolean) => (isStopped ? AbortSignal.abort() : new AbortController().signal)
  const at = <Result>(variables: Variables, work: Parameters<typeof atWorkplace<Result>>[1]) =>
    atWorkplace(environment(variables), work)
  return {
    folder,
    at,
    e2e: (variables: Variables = {}, isStopped = false) =>
      at(variables, place => e2e(place, 2, [], signal(isStopped))),
    replay: ({ isStopped = false, dryRun = false } = {}) =>
      at({}, place => replayDlq(place, { dryRun }, [], signal(isStopped))),
    giveUp: (variables: Variables = {}) => at(variables, place => giveUp(place, 'single-operator-e2e')),
  }
}

const manifestOf = (bundle: unknown) =>
  runSchema.parse(JSON.parse(fs.readFileSync(path.join(PROJECT, String(bundle), 'run.json'), 'utf8')))

describe('a run that was interrupted', () => {
  test('is not gone on with under other conditions, which are named, and is filed where it was begun', async () => {
    const operator = openOperator()
    const begun = { ...FAILING, KES_ENVIRONMENT: 'stage' }
    await expect(operator.e2e(begun, true)).rejects.toThrow('interrupted')
    await expect(operator.e2e(FAILING)).rejects.toThrow('KES_ENVIRONMENT: begun with stage, now dev')
    await expect(operator.e2e({ ...begun, KES_SUBJECT_COMMIT: 'b2c3d4e5' })).rejects.toThrow(
      /the code: begun with .* at a1b2c3d4, now .* at b2c3d4e5/,
    )
    const { bundle } = await operator.e2e(begun)
    expect(manifestOf(bundle)).toMatchObject({
      environment: 'stage',
      subject: { commit: 'a1b2c3d4' },
      controlledFailureTopic: 'mint.requested',
    })
  })

  test('can be given up: its bundle has what there is and does not claim to be ok, and another may begin', async () => {
    const operator = openOperator()
    await expect(operator.giveUp()).rejects.toThrow('No run of single-operator:e2e is under way')
    await expect(operator.e2e({ KES_ENVIRONMENT: 'stage' }, true)).rejects.toThrow('interrupted')
    const { bundle } = await operator.giveUp()
    expect(manifestOf(bundle)).toMatchObject({
      environment: 'stage',
      claims: { ok: false, givenUp: true, producedRecords: 2 },
    })
    expect(await operator.e2e()).toMatchObject({ ok: true, producedRecords: 10 })
  })

  test('keeps every other kind from beginning, a smoke no less than an e2e', async () => {
    const operator = openOperator()
    await operator.e2e(FAILING)
    await operator.at({}, async ({ store, environment, log }) => {
      const now = await conditionsNow(environment, log)
      store.beginRun(newRun('kes-smoke', environment, now, []))
    })
    await expect(operator.replay()).rejects.toThrow(/kes-smoke-\S+ was interrupted/)
  })

  test('remembers, as a replay, what it found and skipped', async () => {
    const operator = openOperator()
    await operator.e2e(FAILING)
    const sent = event()
    const value = dlqRecordOf(
      delivery(sent, { topic: 'mint.requested' }),
      { ...sent },
      {
        reason: 'closed',
        failedAt: '2026-03-04T10:00:00.000Z',
        runId: 'run-1',
      },
    )
    const mismatch = { topic: 'orchestration.dlq', key: 'another', payload: value }
    fs.appendFileSync(filesIn(operator.folder).dlq, `${JSON.stringify(mismatch)}\n`)
    const found = { ok: false, dlqRecords: 3, replayedRecords: 2, skippedRecords: 1, intentKeyMismatches: 1 }
    expect(await operator.replay({ dryRun: true })).toMatchObject(found)
    await expect(operator.replay({ isStopped: true })).rejects.toThrow('interrupted')
    expect(await operator.replay({ dryRun: true })).toMatchObject({ ...found, bundle: null })
    const summary = await operator.replay()
    expect(summary).toMatchObject(found)
    expect(manifestOf(summary.bundle).claims).toMatchObject({
      ok: false,
      recordsInDlq: 3,
      skippedRecords: 1,
      mismatchesInDlq: 1,
    })
  })
})

test('a replay of poison alone is done: nothing of it can ever be sent', async () => {
  const operator = openOperator()
  await operator.e2e()
  const value = dlqRecordOf(delivery('poison', { topic: 'mint.requested' }), null, {
    reason: 'poison_message: no JSON',
    failedAt: '2026-03-04T10:00:00.000Z',
    runId: 'run-1',
  })
  const line = { topic: 'orchestration.dlq', key: 'intent-1', payload: value }
  fs.appendFileSync(filesIn(operator.folder).dlq, `${JSON.stringify(line)}\n`)
  expect(await operator.replay()).toMatchObject({ ok: true, replayedRecords: 0, skippedRecords: 1 })
})

describe('the conditions of a run', () => {
  const begun: Conditions = {
    environment: 'dev',
    controlledFailureTopic: null,
    brokers: ['a:9092', 'b:9092'],
    policy: null,
    subject: { repository: 'mza', commit: 'a1b2c3d4' },
    isTreeChanged: false,
  }

  test.each<[Partial<Conditions>, string]>([
    [{ environment: 'prod' }, 'KES_ENVIRONMENT: begun with dev, now prod'],
    [
      { controlledFailureTopic: 'mint.requested' },
      'SINGLE_OPERATOR_FAIL_ON_TOPIC: begun with none, now mint.requested',
    ],
    [{ brokers: null }, 'KAFKA_BROKERS: begun with a:9092,b:9092, now none, files'],
    [{ subject: { repository: 'mza', commit: 'b2' } }, 'the code: begun with mza at a1b2c3d4, now mza at b2'],
    [{ isTreeChanged: true }, 'files that differ from the commit: begun with none, now some'],
  ])('differ where %o', (changed, told) => {
    expect(differences(begun, { ...begun, ...changed })).toEqual([told])
  })

  test('do not differ where the brokers are named in another order', () => {
    expect(differences(begun, { ...begun, brokers: ['b:9092', 'a:9092'] })).toEqual([])
  })

  test('are refused outside of dev where files differ from the commit, and are noted in dev', async () => {
    const project = temporaryFolder()
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', project, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args])
    git('init', '-q')
    git('commit', '-q', '--allow-empty', '-m', 'first')
    const now = (name: string) =>
      conditionsNow(parseEnvironment({ KES_ENVIRONMENT: name }, project), createLog('silent'), project)
    expect(await now('stage')).toMatchObject({ isTreeChanged: false })
    fs.writeFileSync(path.join(project, 'changed.ts'), '')
    await expect(now('stage')).rejects.toThrow('Files differ from commit')
    expect(await now('dev')).toMatchObject({ isTreeChanged: true })
  })
})
