import type { Role } from '#features/access/role-model.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'

/**
 * Whose it was to record a line: a role's; `present`: whose it is by the document as it stands; `settled`: it is not to
 * be judged, or not again (docs/decisions/0016).
 */
export type LineOwner = Role | 'present' | 'settled'

export type OwnerOf = (line: HashedLedgerLine) => LineOwner

/** The same, of every document. */
export type OwnersOf = (documentPath: string) => OwnerOf

/** Every line by its document as it stands. */
export const presentOwners: OwnersOf = () => () => 'present'
