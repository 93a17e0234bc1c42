import { createHash } from 'node:crypto'

/** What stands for a name that no contract has: the same for the same name, and not to be read. */
export const markOf = (name: string): string =>
  `#${createHash('sha256').update(name).digest('hex').slice(0, 12)}`

/** The marks in a list of names as a finding writes it. */
export const marksIn = (names: string): string[] => names.match(/#[0-9a-f]{12}\b/g) ?? []
