import anchorConfirmed from './v1/anchor.confirmed.json' with { type: 'json' }
import anchorRequested from './v1/anchor.requested.json' with { type: 'json' }
import envelope from './v1/envelope.json' with { type: 'json' }
import kesEvents from './v1/kes.orchestrator.events.json' with { type: 'json' }
import milestoneApproved from './v1/milestone.approved.json' with { type: 'json' }
import mintConfirmed from './v1/mint.confirmed.json' with { type: 'json' }
import mintRequested from './v1/mint.requested.json' with { type: 'json' }
import dlq from './v1/orchestration.dlq.json' with { type: 'json' }

export const DLQ_TOPIC = 'orchestration.dlq'

/** What the contracts refer to. */
export const SHARED_SCHEMAS = [envelope] as const

/** The contract of each topic and schemaVersion, as JSON Schema 2020-12. A new version is a file and a line here. */
export const CONTRACTS: ReadonlyMap<string, object> = new Map<string, object>([
  ['milestone.approved@v1', milestoneApproved],
  ['mint.requested@v1', mintRequested],
  ['mint.confirmed@v1', mintConfirmed],
  ['anchor.requested@v1', anchorRequested],
  ['anchor.confirmed@v1', anchorConfirmed],
  ['orchestration.dlq@v1', dlq],
  ['kes.orchestrator.events@v1', kesEvents],
])

/** Which contract a value names. DLQ records were first written without a schemaVersion, which means v1. */
export function contractName(topic: string, value: Readonly<Record<string, unknown>>): string {
  const { schemaVersion } = value
  const version = topic === DLQ_TOPIC && schemaVersion === undefined ? 'v1' : schemaVersion
  return `${topic}@${typeof version === 'string' ? version : 'null'}`
}
