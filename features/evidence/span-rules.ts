import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import type { BundleDefect } from '#features/evidence/json-defect-rules.ts'
import type { Run } from '#features/evidence/run-model.ts'

/** How far the clocks of a run's machines may be apart. */
const LEEWAY_MS = 5 * 60_000

/** From when to when a run was under way; instants of ISO 8601. */
export type Span = Pick<Run, 'startedAt' | 'finishedAt'>

/** Holds instants against a run's span: how old evidence is rests on `finishedAt`, so records must bear it out. */
export function createSpan({ startedAt, finishedAt }: Span) {
  const earliest = Date.parse(startedAt) - LEEWAY_MS
  const latest = Date.parse(finishedAt) + LEEWAY_MS
  return {
    /** What is wrong with a record of that instant; null: nothing. */
    defect(timestamp: string): BundleDefect | null {
      const time = Date.parse(timestamp)
      if (time >= earliest && time <= latest) return null
      const message = `\`timestamp\`: expected at most 5 minutes outside ${startedAt} to ${finishedAt}, found ${timestamp}`
      return { rule: BUNDLE_RULES.outside, message }
    },
  }
}

/** An instant, or the end of the span that is nearest to it where it lies outside. */
export function withinSpan(instant: string, { startedAt, finishedAt }: Span): string {
  const time = Date.parse(instant)
  if (time < Date.parse(startedAt)) return startedAt
  return time > Date.parse(finishedAt) ? finishedAt : instant
}
