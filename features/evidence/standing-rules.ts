import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { Bundle } from '#features/evidence/bundle-model.ts'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import type { IngestedRun } from '#features/evidence/ingested-run-model.ts'

const placeOf = ({ file }: Bundle): Place => ({ file: `${file}/run.json`, line: 1, column: 1 })

/** A warning, since local runs come and go. */
const GONE: Rule = {
  code: 'evidence-gone',
  severity: 'warning',
  mend: 'Restore the bundle, unless it was removed on purpose: its run is no longer shown, and decides nothing.',
}

/** What is wrong with bundles as they lie beside one another, and beside what was ingested before, by run id. */
export function checkTogether(
  bundles: readonly Bundle[],
  ingested: ReadonlyMap<string, { readonly hash: string }>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const hashes = new Map([...ingested].map(([runId, { hash }]) => [runId, hash]))
  for (const bundle of bundles) {
    const { runId } = bundle.run
    const taken = hashes.get(runId)
    if (taken !== undefined && taken !== bundle.hash)
      diagnostics.push(
        report(
          BUNDLE_RULES.taken,
          placeOf(bundle),
          `expected run ${runId} with sha-256 ${taken}, found ${bundle.hash}`,
        ),
      )
    else hashes.set(runId, bundle.hash)
  }
  for (const bundle of bundles)
    for (const { runId, sha256 } of bundle.run.replays) {
      const known = hashes.get(runId)
      if (known !== undefined && known !== sha256) {
        const message = `expected run ${runId} with sha-256 ${known}, found ${sha256}`
        diagnostics.push(report(BUNDLE_RULES.replays, placeOf(bundle), message))
        continue
      }
      const replayed = bundles.find(({ run }) => run.runId === runId)?.run
      if (!replayed || Date.parse(replayed.finishedAt) <= Date.parse(bundle.run.startedAt)) continue
      const message = `expected run ${runId} to finish before ${bundle.run.startedAt}, found ${replayed.finishedAt}`
      diagnostics.push(report(BUNDLE_RULES.unfinished, placeOf(bundle), message))
    }
  return diagnostics
}

/** Runs that the portal shows, and whose bundles are no longer in the folder. */
export const reportGone = (
  ingested: readonly IngestedRun[],
  bundles: readonly Bundle[],
  file: string,
): Diagnostic[] =>
  ingested
    .filter(({ isShown, run }) => isShown && !bundles.some(bundle => bundle.run.runId === run.runId))
    .map(({ environment, run: { runId } }) =>
      report(
        GONE,
        { file: `${file}/${environment}/${runId}`, line: 1, column: 1 },
        `expected the bundle of run ${runId}, found none`,
      ),
    )
