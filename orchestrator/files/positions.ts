import fs from 'node:fs'
import { z } from 'zod'
import { Failure } from '#scripts/failure.js'

const positions = z.record(z.string(), z.int().min(0))

/** How far each group has come in the files, in bytes, kept in a file of its own. */
export interface Positions {
  /** Null where the group has none. */
  get(group: string): number | null
  /** On the disk when it returns. */
  commit(group: string, position: number): void
}

function read(file: string): Record<string, number> {
  if (!fs.existsSync(file)) return {}
  try {
    return positions.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Failure(
      `${file} does not say how far consumers have come.`,
      'Remove that file: every event is delivered again, and has no second effect.',
      error,
    )
  }
}

/** @throws {Failure} where the file is none of ours */
export function openPositions(file: string): Positions {
  const known = new Map(Object.entries(read(file)))
  return {
    get: group => known.get(group) ?? null,
    commit(group, position) {
      known.set(group, position)
      const beside = `${file}.new`
      fs.writeFileSync(beside, JSON.stringify(Object.fromEntries(known)), { flush: true })
      fs.renameSync(beside, file)
    },
  }
}
