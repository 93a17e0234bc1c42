import fs from 'node:fs'
import path from 'node:path'
import { PROJECT } from '#cli/project.ts'
import { stopBroker } from '#infra/kafka/broker-process.ts'

/** Where the tests' brokers have their folders: a fixed place, so that what a killed run left there is found. */
export const BROKERS = path.join(PROJECT, 'tests', 'output', 'brokers')

/** Ends all of them, whoever started them. */
export async function stopTestBrokers(): Promise<void> {
  const names = fs.existsSync(BROKERS) ? fs.readdirSync(BROKERS) : []
  for (const name of names) await stopBroker(path.join(BROKERS, name), 'SIGKILL')
}
