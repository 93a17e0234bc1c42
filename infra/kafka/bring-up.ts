import { Failure } from '#scripts/failure.js'
import type { Places } from '#scripts/java.js'
import { freePort, isFree } from '#scripts/port.js'
import { step } from '#scripts/step.js'
import { logIn, runningBroker, startBroker } from './broker-process.ts'
import { containerPort, findEngine, startContainer } from './container.ts'
import { USUAL_PORT } from './home.ts'
import { openRuntime, whyNoRuntime } from './runtime.ts'

/** A broker that runs, and where. */
export interface Up {
  /** Such as `process 4711`. */
  readonly what: string
  readonly port: number
  /** Whether it ran before. */
  readonly already: boolean
}

/**
 * Brings a broker up, unless it is: in a container where an engine answers, else on a Java of this machine.
 * @param folder of the broker on Java
 * @throws {Failure} saying what to install, where there is neither
 */
export async function bringUp(places: Places, folder: string, signal: AbortSignal): Promise<Up> {
  const running = runningBroker(folder)
  if (running) return { what: `process ${running.pid}`, port: running.port, already: true }
  const engine = await findEngine(places)
  const published = engine && (await containerPort(engine))
  if (published) return { what: CONTAINER, port: published, already: true }
  const port = (await isFree(USUAL_PORT)) ? USUAL_PORT : await freePort()
  if (engine && (await startsInContainer(engine, port, signal)))
    return { what: CONTAINER, port, already: false }
  const why = await whyNoRuntime(places)
  if (why)
    throw new Failure(
      `no broker can be started: ${engine ? 'the container did not start' : 'no container engine answers'}, and there is ${why}`,
      REMEDY,
    )
  const runtime = await step('resolve the broker’s jars', () => openRuntime(places, signal))
  const controllerPort = await freePort()
  const setup = { folder, port, controllerPort, innerPort: null, partitions: 3, security: null }
  await step('start Apache Kafka', () => startBroker(runtime, setup, { signal }))
  return { what: `process ${runningBroker(folder)?.pid}, log ${logIn(folder)}`, port, already: false }
}

const CONTAINER = 'container of infra/kafka/compose.yaml'
const REMEDY =
  'Install Docker or Podman with Compose, or Java 17 and Maven (Debian: apt-get install openjdk-17-jre-headless maven), or set KAFKA_BROKERS to a broker that runs.'

async function startsInContainer(engine: string, port: number, signal: AbortSignal): Promise<boolean> {
  try {
    await step('start Apache Kafka in a container', () => startContainer(engine, port, signal))
    return true
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    console.log(`${error.message}\nThe container did not start; a Java of this machine is tried instead.`)
    return false
  }
}
