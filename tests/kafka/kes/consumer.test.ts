import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '#tests/unit/orchestrator/temporary.ts'
import { openBroker } from '../broker.ts'
import { type Command, startCommand } from '../command.ts'
import { checksThat, judge } from '../findings.ts'
import { withKafka } from '../with-kafka.ts'

const broker = withKafka(runtime => openBroker(runtime, { name: 'kes-consumer' }))

const SWITCHED_ON = { KES_ORCHESTRATOR_KAFKA_ENABLED: 'true', KAFKA_SESSION_TIMEOUT_MS: '6000' }

async function startApi(): Promise<{ api: Command; origin: string }> {
  const api = startCommand('kes-api', [], { ...SWITCHED_ON, ...broker().variables, KES_API_PORT: '0' })
  onTestFinished(() => void api.process.kill('SIGKILL'))
  await expect.poll(api.told, { timeout: 20_000 }).toMatch(/KES API on http:\S+/)
  return { api, origin: /http:\S+/.exec(api.told())?.[0] ?? '' }
}

async function postCase(origin: string, caseId: string): Promise<{ eventId: string }> {
  const answer = await fetch(`${origin}/kes/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-intent-id': `intent-${caseId}` },
    body: JSON.stringify({ caseId }),
  })
  expect(answer.status).toBe(202)
  return answer.json()
}

/** Counts the lines of a log at a boundary on a topic. */
const lines = (told: string, boundary: string, topic: string): number =>
  told.split('\n').filter(line => line.includes(`"msg":"${boundary}"`) && line.includes(`"topic":"${topic}"`))
    .length

test('what the API took in goes through the chain once, though each case is posted twice and a consumer is killed', async () => {
  const [evidence, outputs] = [temporaryFolder(), temporaryFolder()]
  const consumer = () => {
    const started = startCommand('kes-consumer', ['--chain', '--group', 'killed'], {
      ...SWITCHED_ON,
      ...broker().variables,
      MZA_EVIDENCE: evidence,
      KES_OUTPUTS: outputs,
    })
    onTestFinished(() => void started.process.kill('SIGKILL'))
    return started
  }
  const { api, origin } = await startApi()
  const [one, two] = [consumer(), consumer()]
  const eventIds = new Set<string>()
  for (let number = 0; number < 60; number += 1) {
    for (const _ of [1, 2]) eventIds.add((await postCase(origin, `case-${number}`)).eventId)
    if (number === 30) one.process.kill('SIGKILL')
  }
  expect(eventIds.size).toBe(60)
  await one.ended
  const three = consumer()
  const both = () => `${two.told()}${three.told()}`
  // The killed one's partitions are given to the others once its session is over.
  await expect
    .poll(
      () => new Set(both().match(/"intentId":"[^"]+","eventId":"[^"]+","topic":"anchor.confirmed"/g)).size,
      {
        timeout: 90_000,
      },
    )
    .toBeGreaterThan(25)
  await expect.poll(() => stillComing(both()), { interval: 3000, timeout: 60_000 }).toBe(false)
  api.process.kill('SIGTERM')
  expect((await api.ended).code).toBe(0)
  two.process.kill('SIGTERM')
  const left = await two.ended
  expect(left.said, left.log).toMatchObject({ ok: true, bundle: null })
  three.process.kill('SIGTERM')
  const last = await three.ended
  expect(last.said, last.log).toMatchObject({
    ok: true,
    mode: 'kes_consumer',
    bundle: expect.any(String),
  })

  const findings = (await judge(evidence))[String(last.said?.['runId'])] ?? {}
  expect(checksThat('failed', findings)).toEqual([])
  expect(findings).toMatchObject({ 'effect-once': 'passed', 'key-is-intent': 'passed' })
})

let before = ''
/** Whether anything was told since it was last asked. */
function stillComing(told: string): boolean {
  const more = told !== before
  before = told
  return more
}

test('a consumer that looks on records what comes on kes.orchestrator.events, and sends nothing', async () => {
  const evidence = temporaryFolder()
  const { origin } = await startApi()
  await postCase(origin, 'looked-at')
  const looking = startCommand('kes-consumer', ['--idle-s', '5'], {
    ...SWITCHED_ON,
    ...broker().variables,
    MZA_EVIDENCE: evidence,
    KES_OUTPUTS: temporaryFolder(),
  })
  const { code, said, log } = await looking.ended
  expect(code, log).toBe(0)
  expect(said?.['events']).toContainEqual(
    expect.objectContaining({ intentId: 'intent-looked-at', producer: 'kes-api' }),
  )
  expect(lines(looking.told(), 'publish', 'milestone.approved')).toBe(0)
  expect(checksThat('failed', (await judge(evidence))[String(said?.['runId'])] ?? {})).toEqual([])
})

test('a consumer with a name of its own gets its partitions back at once after it was killed', async () => {
  const outputs = temporaryFolder()
  const named = () => {
    const started = startCommand('kes-consumer', ['--group', 'named'], {
      ...SWITCHED_ON,
      ...broker().variables,
      KAFKA_GROUP_INSTANCE_ID: 'consumer-1',
      KAFKA_SESSION_TIMEOUT_MS: '120000',
      MZA_EVIDENCE: outputs,
      KES_OUTPUTS: outputs,
    })
    onTestFinished(() => void started.process.kill('SIGKILL'))
    return started
  }
  const { origin } = await startApi()
  await postCase(origin, 'before')
  const first = named()
  await expect.poll(first.told, { timeout: 30_000 }).toContain('intent-before')
  first.process.kill('SIGKILL')
  await first.ended
  await postCase(origin, 'after')
  await expect.poll(named().told, { timeout: 30_000 }).toContain('intent-after')
})
