import { randomBytes } from 'node:crypto'

/** A run id that says what ran and when, in UTC: `e2e-20260304t060000z-1a2b3c4d`. */
export function newRunId(what: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').toLowerCase()
  return `${what}-${time}z-${randomBytes(4).toString('hex')}`
}
