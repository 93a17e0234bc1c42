/** Roles that own workstreams. Codes stay Latin in every language. */
export const OWNER_ROLES = [
  'CHAIN_OFFICER',
  'LEDGER_ENGINEER',
  'ORCHESTRATION_ENGINEER',
  'SRE_LEAD',
  'SECURITY_OFFICER',
  'OBSERVABILITY_OWNER',
  'PLATFORM_ENGINEER',
  'RELEASE_MANAGER',
  'GOVERNANCE_OFFICER',
  'PROGRAM_OWNER',
] as const

/** Every role a person may hold; who holds none is a guest. */
export const ROLES = [
  ...OWNER_ROLES,
  'DOCUMENT_CUSTODIAN',
  'GOVERNANCE_ADMIN',
  'COMPLIANCE_OFFICER',
  'REVIEWER',
] as const

export type OwnerRole = (typeof OWNER_ROLES)[number]
export type Role = (typeof ROLES)[number]

export const isOwnerRole = (value: string): value is OwnerRole =>
  (OWNER_ROLES as readonly string[]).includes(value)

export const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value)
