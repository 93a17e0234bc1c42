import { type Diagnostic, report } from '#features/diagnostic/diagnostic-model.ts'
import type { Bundle } from '#features/evidence/bundle-model.ts'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'

/** How far a producer's clock may be ahead. */
const LEEWAY_MS = 5 * 60_000

/** Bundles of runs that have not ended yet: no page would show them, and later they would be newer than they are. */
export const checkEnds = (bundles: readonly Bundle[], now: Date): Diagnostic[] =>
  bundles.flatMap(({ file, run: { finishedAt } }) =>
    Date.parse(finishedAt) > now.getTime() + LEEWAY_MS
      ? report(
          BUNDLE_RULES.future,
          { file: `${file}/run.json`, line: 1, column: 1 },
          `\`finishedAt\`: expected at most 5 minutes after ${now.toISOString()}, found ${finishedAt}`,
        )
      : [],
  )
