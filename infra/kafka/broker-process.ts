import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { plainEnvironment } from '#cli/env.ts'
import { isOwnProcess } from '#cli/own-process.ts'
import { textIn } from '#cli/text-in.ts'
import { Failure, Interrupted } from '#scripts/failure.js'
import { answers } from './probe.ts'
import { type BrokerSetup, clientPort, serverProperties } from './server-properties.ts'
import { formatStorage, type ScramUser } from './storage.ts'

/** What runs a broker: a Java and the jars that were resolved for it. */
export interface Runtime {
  readonly java: string
  readonly jars: string
}

const START_MS = 60_000
const STOP_MS = 30_000
const LOOK_MS = 50
const HEAP = ['-Xms256m', '-Xmx512m']
const LOG_CONFIGURATION = path.join(import.meta.dirname, 'log4j2.yaml')

/**
 * Starts a broker on its folder, whose storage is formatted at the first time, and waits until it answers. It outlives
 * this process until it is stopped.
 * @param options `users` of SCRAM are made with the storage
 * @throws {Failure} with the end of its log
 */
export async function startBroker(
  { java, jars }: Runtime,
  setup: BrokerSetup,
  { users = [], signal }: { users?: readonly ScramUser[]; signal?: AbortSignal } = {},
): Promise<void> {
  fs.mkdirSync(setup.folder, { recursive: true, mode: 0o700 })
  const properties = propertiesIn(setup.folder)
  fs.writeFileSync(properties, serverProperties(setup), { mode: 0o600 })
  await formatStorage({ java, jars }, setup.folder, properties, users)
  const log = fs.openSync(logIn(setup.folder), 'a')
  const options = [...HEAP, `-Dlog4j2.configurationFile=${LOG_CONFIGURATION}`]
  const child = spawn(java, [...options, '-cp', path.join(jars, '*'), 'kafka.Kafka', properties], {
    cwd: setup.folder,
    detached: true,
    windowsHide: true,
    env: plainEnvironment(),
    stdio: ['ignore', log, log],
  })
  child.on('error', () => {})
  child.unref()
  fs.closeSync(log)
  fs.writeFileSync(path.join(setup.folder, 'pid'), String(child.pid ?? ''))
  const bootstrapBrokers = [`127.0.0.1:${setup.innerPort ?? setup.port}`]
  const lives = () => !signal?.aborted && isOurs(child.pid ?? 0, setup.folder)
  if (await answers({ bootstrapBrokers }, START_MS, lives)) return
  await stopBroker(setup.folder)
  if (signal?.aborted) throw new Interrupted()
  throw new Failure(
    `the broker did not start\n${lastLines(textIn(logIn(setup.folder)))}`,
    `Read ${logIn(setup.folder)}.`,
  )
}

export interface RunningBroker {
  readonly pid: number
  /** For clients. */
  readonly port: number
}

/** The broker that runs on a folder; null: none does. */
export function runningBroker(folder: string): RunningBroker | null {
  const pid = Number(textIn(path.join(folder, 'pid')))
  const port = clientPort(textIn(propertiesIn(folder)))
  return port !== null && pid > 0 && isOurs(pid, folder) ? { pid, port } : null
}

/**
 * Ends the broker of a folder, and nothing else, and waits until it has gone: by SIGTERM it hands over and closes its
 * files, by SIGKILL it does not.
 */
export async function stopBroker(folder: string, how: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  const running = runningBroker(folder)
  if (running) {
    const { pid } = running
    process.kill(pid, how)
    if (!(await isGone(pid, folder, STOP_MS))) {
      process.kill(pid, 'SIGKILL')
      await isGone(pid, folder, STOP_MS)
    }
  }
  fs.rmSync(path.join(folder, 'pid'), { force: true })
}

export const logIn = (folder: string): string => path.join(folder, 'broker.log')

const propertiesIn = (folder: string) => path.join(folder, 'server.properties')

async function isGone(pid: number, folder: string, within: number): Promise<boolean> {
  const latest = performance.now() + within
  while (performance.now() < latest) {
    if (!isOurs(pid, folder)) return true
    await wait(LOOK_MS)
  }
  return false
}

/** Whether a process is the broker of this folder. */
const isOurs = (pid: number, folder: string) => isOwnProcess(pid, propertiesIn(folder))

const lastLines = (text: string) => text.trimEnd().split('\n').slice(-15).join('\n')
