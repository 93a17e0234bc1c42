import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Defect } from '#features/evidence/each-record-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import { CONTRACTS, contractName, SHARED_SCHEMAS } from '#orchestrator/contracts/index.ts'

// Formats are checked by patterns in the contracts themselves, so that every validator reads them alike.
const ajv = new Ajv2020({
  allErrors: false,
  strict: true,
  validateFormats: false,
  schemas: [...SHARED_SCHEMAS],
})

const compiled = new Map<string, ValidateFunction>()

/** A contract is compiled when it is first asked for: most commands judge nothing. */
function validatorOf(name: string): ValidateFunction | null {
  const known = compiled.get(name)
  if (known) return known
  const contract = CONTRACTS.get(name)
  if (!contract) return null
  const validate = ajv.compile(contract)
  compiled.set(name, validate)
  return validate
}

/** What in a record's value its contract does not allow; null where it holds. */
export function contractViolation({ topic, value }: Pick<EvidenceRecord, 'topic' | 'value'>): Defect | null {
  const name = contractName(topic, value)
  const validate = validatorOf(name)
  if (!validate) return { reason: 'contract-unknown', detail: name }
  if (validate(value)) return null
  const [error] = validate.errors ?? []
  return {
    reason: 'schema-violated',
    detail: `${name}${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim(),
  }
}
