import { Failure } from './failure.js'

const OLDEST = 20

/** @throws {Failure} when this Node is older than the entry scripts can do with */
export function requireNode() {
  const version = process.versions.node
  if (Number.parseInt(version, 10) < OLDEST)
    throw new Failure(
      `Node ${version} is too old`,
      `Install Node ${OLDEST} or newer (https://nodejs.org) and run the same command again.`,
    )
}
