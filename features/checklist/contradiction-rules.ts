import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Contradiction } from '#features/checklist/contradiction-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import { gapsOf } from '#features/checklist/readiness-rules.ts'
import { acceptanceItemsOf } from '#features/document/acceptance-rules.ts'
import type { Section } from '#features/document/section-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import type { EvidenceMapping } from '#features/evidence/mapping-model.ts'
import type { WorkstreamEvidence } from '#features/evidence/verdict-model.ts'
import { AUTHORITATIVE_LOCALE } from '#features/localization/locale-model.ts'

type Recorded = Pick<WorkstreamView, 'number' | 'status' | 'blockages'> & {
  readonly evidence: Pick<WorkstreamEvidence, 'verdicts' | 'findings'>
}

/** What of its document a workstream is held against. */
interface Asking {
  readonly sections: readonly Section[]
  readonly evidenceMapping: Pick<EvidenceMapping, 'required'>
}

const failedChecks = ({ evidence }: Recorded): Contradiction[] =>
  ENVIRONMENTS.filter(environment => evidence.verdicts[environment].verdict === 'contradicted').map(
    environment => ({
      code: 'evidence-contradicted',
      environment,
      failed: evidence.findings.filter(
        found => found.environment === environment && found.finding === 'failed',
      ),
    }),
  )

const missingEvidence = (workstream: Recorded, document: Asking): Contradiction[] =>
  gapsOf(workstream, document.evidenceMapping).flatMap(({ environment, gap }) =>
    gap === 'contradicted' ? [] : [{ code: 'unbacked', environment, gap }],
  )

function unmetItems({ number }: Recorded, { sections }: Asking): Contradiction[] {
  const section = sections.find(candidate => candidate.number === number)
  const items = section ? acceptanceItemsOf(section) : []
  const unmet = items.filter(({ met }) => !met).length
  return unmet > 0 ? [{ code: 'items-unmet', unmet, items: items.length }] : []
}

function missingGeorgian(workstream: Recorded): Contradiction[] {
  const note = openBlocker(workstream)?.note
  return note && !note[AUTHORITATIVE_LOCALE] ? [{ code: 'georgian-missing' }] : []
}

/**
 * What does not agree with an owner's record of a workstream: failed checks; of what is DONE also evidence that the
 * document requires and nobody has, and acceptance items that are not ticked; of what is BLOCKED words without Georgian.
 * What a reader may not see of the document is not counted.
 */
export const contradictionsOf = (workstream: Recorded, document: Asking): Contradiction[] => [
  ...failedChecks(workstream),
  ...(workstream.status === 'DONE'
    ? [...missingEvidence(workstream, document), ...unmetItems(workstream, document)]
    : []),
  ...missingGeorgian(workstream),
]
