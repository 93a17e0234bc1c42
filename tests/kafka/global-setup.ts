import fs from 'node:fs'
import type { TestProject } from 'vitest/node'
import type { Runtime } from '#infra/kafka/broker-process.ts'
import { BROKERS, stopTestBrokers } from '#tests/setup/brokers.ts'
import { openTestServer } from '#tests/setup/database.ts'
import { requireOrExcuse } from './require-or-excuse.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** What runs the tests' brokers; null: nothing here can. */
    kafkaRuntime: Runtime | null
    /** Why nothing can. */
    whyNoKafka: string
  }
}

/** For the jars of the first time, over a slow line. */
const JARS_MS = 10 * 60_000

/** Brokers that an earlier run left are ended; a PostgreSQL is there for what the tests leave behind. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { PATH, JAVA_HOME, MZA_REQUIRE_KAFKA } = process.env
  const found = await requireOrExcuse(
    { PATH, JAVA_HOME },
    MZA_REQUIRE_KAFKA === '1',
    AbortSignal.timeout(JARS_MS),
  )
  project.provide('kafkaRuntime', found.runtime)
  project.provide('whyNoKafka', found.why)
  const clear = async () => {
    await stopTestBrokers()
    fs.rmSync(BROKERS, { recursive: true, force: true })
  }
  await clear()
  if (!found.runtime) return clear
  // The bundles that the tests leave are taken in and judged.
  const { adminUrl, writeUrl, viewUrls, close } = await openTestServer()
  project.provide('adminUrl', adminUrl)
  project.provide('writeUrl', writeUrl)
  project.provide('viewUrls', viewUrls)
  return async () => {
    await clear()
    await close()
  }
}
