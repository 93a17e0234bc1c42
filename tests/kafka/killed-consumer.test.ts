import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesIn } from '#orchestrator/files/places.ts'
import { openStore } from '#orchestrator/store/store.ts'
import { openBroker } from './broker.ts'
import { runCommand, startCommand } from './command.ts'
import { checksThat } from './findings.ts'
import { viewStore } from './store-view.ts'
import { withKafka } from './with-kafka.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'killed-consumer' }))
let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop(broker().variables)
})
afterEach(() => workshop.remove())

const MOMENTS = 50
/** Fifty lives and more, each with a start of Node: a crowded machine takes minutes. */
const TIMEOUT_MS = 10 * 60_000
/** More than can be needed: a kill may come too late, after the commit. */
const MOST_KILLS = 100
/** The commit is at most about so far from the effect, in milliseconds. */
const WITHIN_MS = 8

test(
  'a consumer killed between effect and commit, at 50 moments, has had each effect once',
  async () => {
    const variables = {
      ...workshop.variables,
      // It comes back as the member that it was, so that nobody waits until the group gives it up.
      KAFKA_GROUP_INSTANCE_ID: 'killed-consumer',
    }
    const args = ['--intents', '20000']
    openStore(filesIn(workshop.outputs).store).close()
    const view = viewStore(workshop.outputs)
    let hits = 0
    for (let kills = 0; hits < MOMENTS && kills < MOST_KILLS; kills += 1) {
      const command = startCommand('single-operator-e2e', args, variables)
      const isOver = new AbortController()
      void command.ended.then(() => isOver.abort())
      await view.nextEffect(isOver.signal)
      await wait(Math.random() * WITHIN_MS)
      command.process.kill('SIGKILL')
      const { code, log } = await command.ended
      expect(code, `the run ended by itself: ${log}`).toBeNull()
      if ((await view.uncommittedEffects(broker().inner)) > 0) hits += 1
    }
    view.close()
    expect(hits).toBe(MOMENTS)

    const said = await runCommand('single-operator-e2e', args, variables)
    expect(said).toMatchObject({ ok: true })
    const { [String(said['runId'])]: findings = {} } = await workshop.findings()
    expect(checksThat('failed', findings)).toEqual([])
    expect(checksThat('passed', findings)).toEqual(
      expect.arrayContaining(['effect-once', 'order-per-intent', 'claims-agree', 'trace-complete']),
    )
    // What a killed process had sent and could not write down is sent again: the offsets of the first time are a gap.
    expect(['passed', 'warned']).toContain(findings['no-loss'])
  },
  TIMEOUT_MS,
)
