import { afterAll, beforeAll, beforeEach, inject } from 'vitest'
import type { Runtime } from '#infra/kafka/broker-process.ts'

/**
 * Opens what the tests of a file share, and closes it after them. Where no broker can be started, each of them is not
 * run, and says why.
 * @returns what was opened, for use within tests
 */
export function withKafka<T extends { close(): Promise<void> }>(
  open: (runtime: Runtime) => Promise<T>,
): () => T {
  const runtime = inject('kafkaRuntime')
  let opened: T | undefined
  beforeAll(async () => {
    if (runtime) opened = await open(runtime)
  })
  afterAll(() => opened?.close())
  beforeEach(({ skip }) => skip(runtime === null, inject('whyNoKafka')))
  return () => {
    if (!opened) throw new Error('this is for within tests')
    return opened
  }
}
