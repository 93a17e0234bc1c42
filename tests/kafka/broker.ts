import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Runtime, startBroker, stopBroker } from '#infra/kafka/broker-process.ts'
import { freePort } from '#scripts/port.js'
import { BROKERS } from '#tests/setup/brokers.ts'
import { makeCertificates } from './certificates.ts'
import { unsignedToken } from './unsigned-token.ts'

/** A broker that a test may do with as it likes. */
export interface TestBroker {
  /** `KAFKA_…` variables by which a program reaches it as it should. */
  readonly variables: Readonly<Record<string, string>>
  /** host:port without security, for the test itself. */
  readonly inner: string
  /** In order, or without a word. Settles when it has gone. */
  stop(how?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** On the same ports and data; settles when it answers. */
  start(): Promise<void>
  /** Stops it and removes its data. */
  close(): Promise<void>
}

interface Options {
  readonly name: string
  /** Of topics whose maker names no number. */
  readonly partitions?: number
  /** Clients come over TLS and by this SASL mechanism; none: by neither. */
  readonly mechanism?: 'SCRAM-SHA-256' | 'SCRAM-SHA-512' | 'OAUTHBEARER'
}

const USER = { name: 'orchestrator', password: 'for-this-test-alone' }

/** Starts a new broker on free ports. */
export async function openBroker(
  runtime: Runtime,
  { name, partitions = 3, mechanism }: Options,
): Promise<TestBroker> {
  const folder = path.join(BROKERS, name)
  mkdirSync(folder, { recursive: true })
  const [port, controllerPort, ownPort] = [await freePort(), await freePort(), await freePort()]
  const certificates = mechanism && (await makeCertificates(runtime, folder))
  const security = certificates ? { ...certificates, mechanisms: MECHANISMS } : null
  const setup = { folder, port, controllerPort, innerPort: security && ownPort, partitions, security }
  const users = SCRAM.map(scram => ({ mechanism: scram, ...USER }))
  const start = () => startBroker(runtime, setup, { users: security ? users : [] })
  await start()
  const variables = { KAFKA_BROKERS: `127.0.0.1:${port}` }
  return {
    variables: certificates
      ? { ...variables, KAFKA_SSL: 'true', KAFKA_SSL_CA: certificates.ca, ...saslOf(mechanism, folder) }
      : variables,
    inner: `127.0.0.1:${setup.innerPort ?? port}`,
    stop: how => stopBroker(folder, how),
    start,
    close: async () => {
      await stopBroker(folder, 'SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const SCRAM = ['SCRAM-SHA-256', 'SCRAM-SHA-512'] as const
const MECHANISMS = [...SCRAM, 'OAUTHBEARER'] as const

function saslOf(mechanism: string | undefined, folder: string): Record<string, string> {
  if (mechanism === undefined) return {}
  if (mechanism !== 'OAUTHBEARER')
    return {
      KAFKA_SASL_MECHANISM: mechanism,
      KAFKA_SASL_USERNAME: USER.name,
      KAFKA_SASL_PASSWORD: USER.password,
    }
  const file = path.join(folder, 'token')
  writeFileSync(file, unsignedToken(USER.name))
  return { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_TOKEN_FILE: file }
}
