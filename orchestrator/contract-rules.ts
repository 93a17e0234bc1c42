import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Breach } from '#orchestrator/breach-model.ts'
import { CONTRACTS, contractName, SHARED_SCHEMAS } from '#orchestrator/contracts/index.ts'

const ajv = new Ajv2020({ strict: true, validateFormats: false, schemas: [...SHARED_SCHEMAS] })

const compiled = new Map<string, ValidateFunction>()

function validatorOf(name: string): ValidateFunction | null {
  const known = compiled.get(name)
  if (known) return known
  const contract = CONTRACTS.get(name)
  if (!contract) return null
  const validate = ajv.compile(contract)
  compiled.set(name, validate)
  return validate
}

/**
 * What in a value the contract of its topic and schemaVersion does not allow.
 * @param value parsed JSON
 * @returns null where it holds
 */
export function contractBreach(topic: string, value: Readonly<Record<string, unknown>>): Breach | null {
  const name = contractName(topic, value)
  const validate = validatorOf(name)
  if (!validate) return { reason: 'schema_unknown', detail: `expected a published contract, found ${name}` }
  if (validate(value)) return null
  const [error] = validate.errors ?? []
  return {
    reason: 'schema_invalid',
    detail: `${name}${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim(),
  }
}
