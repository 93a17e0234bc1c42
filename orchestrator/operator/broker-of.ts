import type { Environment } from '#orchestrator/env.ts'
import { TOPICS } from '#orchestrator/operator/work-on.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import type { BrokerDescription, Transport } from '#orchestrator/transport-model.ts'

const UNKNOWN: BrokerDescription = { kind: 'unknown', version: 'unknown', partitions: {} }

const named = (brokers: readonly string[]): string => brokers.toSorted().join()

/**
 * What `run.json` says of the broker of a run that is given up: only the one that it is on can be asked, if it answers.
 * @returns null where it is on files
 */
export async function brokerOf(
  { brokers }: RunUnderWay,
  { kafka }: Environment,
  transport: () => Promise<Transport>,
): Promise<BrokerDescription | null> {
  if (brokers === null) return null
  if (named(brokers) !== named(kafka?.brokers ?? [])) return UNKNOWN
  const opened = await transport()
  return opened.describe(TOPICS).catch(() => UNKNOWN)
}
