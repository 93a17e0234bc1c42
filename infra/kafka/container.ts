import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { withoutSecrets } from '#scripts/environment.js'
import { findProgram, type Places } from '#scripts/java.js'
import { run } from '#scripts/run.js'

const COMPOSE = path.join(import.meta.dirname, 'compose.yaml')
const ASK_MS = 10_000

/** The first container engine on the PATH whose daemon answers and that understands compose files; null: there is none. */
export async function findEngine(places: Places): Promise<string | null> {
  for (const name of ['docker', 'podman']) {
    const engine = findProgram(name, places)
    if (
      engine &&
      (await says(engine, 'info')) !== null &&
      (await says(engine, 'compose', 'version')) !== null
    )
      return engine
  }
  return null
}

/** Brings the broker of `compose.yaml` up on a port and waits until it is healthy. */
export const startContainer = (engine: string, port: number, signal: AbortSignal): Promise<string> =>
  compose(engine, port, ['up', '--detach', '--wait'], signal)

/** Ends the broker of `compose.yaml`; its data stay. */
export const stopContainer = (engine: string, signal: AbortSignal): Promise<string> =>
  compose(engine, 0, ['down'], signal)

/** The port on which the broker of `compose.yaml` answers; null: it does not run. */
export async function containerPort(engine: string): Promise<number | null> {
  const published = await says(engine, 'compose', '--file', COMPOSE, 'port', 'broker', '9092')
  const port = Number(/:(\d+)\s*$/.exec(published ?? '')?.[1] ?? 0)
  return port > 0 ? port : null
}

const compose = (engine: string, port: number, args: readonly string[], signal: AbortSignal) =>
  run(engine, ['compose', '--file', COMPOSE, ...args], {
    env: { ...withoutSecrets(), ...(port > 0 && { KAFKA_PORT: String(port) }) },
    signal,
  })

async function says(program: string, ...args: string[]): Promise<string | null> {
  try {
    return (await promisify(execFile)(program, args, { timeout: ASK_MS, env: withoutSecrets() })).stdout
  } catch {
    return null
  }
}
