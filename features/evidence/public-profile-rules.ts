import { markOf } from '#features/evidence/name-mark-rules.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import { type ContractShape, contractShape } from '#orchestrator/contracts/contract-shape-rules.ts'
import { CONTRACTS, SHARED_SCHEMAS } from '#orchestrator/contracts/index.ts'

const referred: ReadonlyMap<string, unknown> = new Map(SHARED_SCHEMAS.map(schema => [schema.$id, schema]))

function namesOf([contract, schema]: readonly [string, object]): string[] {
  const topic = contract.slice(0, contract.lastIndexOf('@'))
  const { properties }: ContractShape = contractShape(schema, referred)
  const inner = [...(properties.get('payload')?.properties.keys() ?? [])]
  return [...properties.keys(), ...inner.map(name => `payload.${name}`)].map(name => `${topic}: ${name}`)
}

/** The contracts and the fields that the published contracts name. */
const PUBLISHED: ReadonlySet<string> = new Set([...CONTRACTS.keys(), ...[...CONTRACTS].flatMap(namesOf)])

const published = (names: readonly string[]): string[] =>
  names.map(name => (PUBLISHED.has(name) ? name : markOf(name))).toSorted()

/** A profile without words of records: what it names besides the published contracts stands there as a mark. */
export const publicProfile = (profile: Profile): Profile => ({
  ...profile,
  contracts: published(profile.contracts),
  fields: published(profile.fields),
})
