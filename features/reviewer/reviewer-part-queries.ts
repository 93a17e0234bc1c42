import { endOfDay } from '#features/checklist/calendar-rules.ts'
import { changesBetween } from '#features/checklist/changes-rules.ts'
import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'
import { fridayBefore } from '#features/checklist/span-rules.ts'
import { readTextChanges } from '#features/document/text-changes-queries.ts'
import { readRuns } from '#features/evidence/runs-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { comparedPair } from '#features/reviewer/compared-pair-rules.ts'
import { contradictedRuns, contradictedWorkstreams } from '#features/reviewer/contradiction-rules.ts'
import { gatesOf } from '#features/reviewer/gate-rules.ts'
import type { ReviewerPart } from '#features/reviewer/reviewer-part-model.ts'
import { staleEvidence } from '#features/reviewer/stale-evidence-rules.ts'

/** What a reviewer comes for as a day ended, of the checklist that the first page shows; null where there is none. */
export async function readReviewerPart(locale: Locale, asOf: AsOf): Promise<ReviewerPart | null> {
  const span = { from: fridayBefore(asOf.day), to: asOf.day }
  const [checklist, runs, texts] = await Promise.all([
    readFirstChecklist(locale, asOf),
    readRuns(asOf),
    readTextChanges(span, locale, asOf),
  ])
  if (checklist === null || checklist === 'no-record-yet') return null
  const { workstreams, confirmations } = changesBetween(checklist.lines, span)
  const since = endOfDay(span.from)
  return {
    checklist,
    gates: gatesOf(checklist),
    workstreams: contradictedWorkstreams(checklist),
    runs: contradictedRuns(runs),
    stale: staleEvidence(checklist, runs),
    changes: {
      span,
      workstreams: workstreams.map(({ number }) => number),
      confirmations: confirmations.count,
      documents: texts.documents.length,
      runs: runs.filter(({ finishedAt }) => finishedAt > since).length,
    },
    pair: comparedPair(runs),
  }
}
