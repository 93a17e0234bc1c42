import { createHash } from 'node:crypto'
import { CONTRACTS, SHARED_SCHEMAS } from '#orchestrator/contracts/index.ts'

/** One more whenever the same records are to give another finding, or other words of it, by the same contracts. */
const CHECKS_NUMBER = 4

/** A version as the database keeps it: 31 bits of the sha-256 of the checks' number and of what they judge by. */
export const versionOf = (
  number: number,
  contracts: ReadonlyMap<string, object>,
  shared: readonly object[],
): number =>
  createHash('sha256')
    .update(JSON.stringify([number, [...contracts], shared]))
    .digest()
    .readUInt32BE() >>> 1

/** Of the checks with their contracts. Runs judged by another version are judged again. */
export const CHECKS_VERSION = versionOf(CHECKS_NUMBER, CONTRACTS, SHARED_SCHEMAS)
