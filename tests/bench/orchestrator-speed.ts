import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { startBroker, stopBroker } from '#infra/kafka/broker-process.ts'
import { openRuntime } from '#infra/kafka/runtime.ts'
import { freePort } from '#scripts/port.js'
import { type Goal, times } from '#tests/bench/goal.ts'
import { median } from '#tests/bench/median.ts'
import { OUTPUT } from '#tests/bench/output.ts'
import { progress } from '#tests/bench/progress.ts'
import { table } from '#tests/bench/table.ts'

const INTENTS = 20_000
const ROUNDS = 5
const LEAST = 0.5
const CHILD = path.join(import.meta.dirname, 'orchestrator-child.ts')

const WAYS = [
  { way: 'bare', title: 'the client alone' },
  { way: 'orchestrator', title: 'the orchestrator' },
] as const

interface Carried {
  /** Events that were consumed, each with what follows from it sent and committed. */
  readonly perSecond: number
  /** CPU time of the process, in microseconds an event; the broker's is not in it. */
  readonly cpuMicroseconds: number
}

/** One way, by a program of its own, on empty topics, with an empty store, its log in a file. */
async function carry(way: string, broker: string, signal: AbortSignal): Promise<Carried> {
  const folder = path.join(OUTPUT, 'orchestrator')
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  const log = fs.openSync(path.join(folder, 'log.jsonl'), 'w')
  const child = spawn(process.execPath, [CHILD, way, broker, folder, String(INTENTS)], {
    stdio: ['ignore', 'pipe', log],
    signal,
  })
  fs.closeSync(log)
  const ended = once(child, 'exit')
  const said = child.stdout ? await text(child.stdout) : ''
  const [code] = await ended
  if (code !== 0) throw new Error(`${CHILD} ${way} ended with ${code}.`)
  return JSON.parse(said)
}

/** Measures the orchestrator against the same client alone, on a broker of its own, in turn, and prints that. */
export async function compareOrchestrator(signal: AbortSignal): Promise<Goal[]> {
  const { PATH, JAVA_HOME } = process.env
  progress('starting Apache Kafka')
  const runtime = await openRuntime({ PATH, JAVA_HOME }, signal)
  const folder = path.join(OUTPUT, 'broker')
  const [port, controllerPort] = [await freePort(), await freePort()]
  const setup = { folder, port, controllerPort, innerPort: null, partitions: 6, security: null }
  await startBroker(runtime, setup, { signal })
  try {
    const lanes = WAYS.map(({ way, title }) => ({ way, title, rounds: [] as Carried[] }))
    for (let round = 1; round <= ROUNDS; round++) {
      progress(`events through the orchestrator, round ${round} of ${ROUNDS}`)
      for (const { way, rounds } of lanes) rounds.push(await carry(way, `127.0.0.1:${port}`, signal))
    }
    const rows = lanes.map(({ title, rounds }) => ({
      title,
      perSecond: median(rounds.map(({ perSecond }) => perSecond)),
      cpuMicroseconds: median(rounds.map(({ cpuMicroseconds }) => cpuMicroseconds)),
    }))
    const [bare, orchestrator] = rows
    const ratio = (orchestrator?.perSecond ?? 0) / (bare?.perSecond ?? 1)
    print(rows)
    return [
      {
        wanted: `events through the orchestrator ≥ ${LEAST} × through its client alone`,
        found: times(ratio),
        isMet: ratio >= LEAST,
      },
    ]
  } finally {
    await stopBroker(folder)
  }
}

function print(rows: readonly (Carried & { readonly title: string })[]): void {
  const lines = rows.map(({ title, perSecond, cpuMicroseconds }) => [
    title,
    perSecond.toFixed(0),
    `${cpuMicroseconds.toFixed(1)} µs`,
  ])
  console.log(table('Events through five topics', [['', 'events/s', 'CPU an event'], ...lines]))
}
