import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { acceptanceItemsOf } from '#features/document/acceptance-rules.ts'
import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Witness } from '#features/evidence/finding-model.ts'
import { checksByItem } from '#features/evidence/item-checks-rules.ts'
import type { MappedWorkstream } from '#features/evidence/mapping-model.ts'
import type { HeldFinding } from '#features/evidence/verdict-model.ts'
import { distinctWitnesses } from '#features/evidence/witness-rules.ts'
import { clauses, factWith, listed } from '#features/localization/join-rules.ts'
import type { Wording } from '#features/localization/wording.ts'
import { blocks, code, listOf, plain } from '#features/twin/markdown-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'
import { verdictsOf } from '#features/twin/workstreams-markdown-rules.ts'

function witnessWords({ runId, record, reason, detail }: Witness, wording: Wording): string {
  const { t } = wording
  const place = record === null ? t('verdict.ofRun') : t('verdict.record', { number: String(record) })
  const name = `${place} (${code(runId)})`
  const said = reason === null ? name : factWith(name, plain(t(`verdict.reason.${reason}`)), wording)
  return said + (detail === null ? '' : ` ${code(detail)}`)
}

function findingItem({ environment, finding, isStale, source }: HeldFinding, wording: Wording): string {
  const { t } = wording
  const parts = [`${code(environment)} ${t(`verdict.finding.${finding}`)}`]
  if (isStale) parts.push(t('verdict.short.stale'))
  if (!source) parts.push(plain(t('verdict.noRun')))
  else {
    const { run, judgement } = source
    const { runId, subject } = run.run
    if (judgement.cause) parts.push(plain(t(`verdict.cause.${judgement.cause}`)))
    parts.push(
      factWith(t(finding === 'not-run' ? 'verdict.silent' : 'verdict.run'), code(runId), wording),
      factWith(t('verdict.ran'), dayInTbilisi(run.finishedAt), wording),
      factWith(t('verdict.ingested'), dayInTbilisi(run.ingestedAt), wording),
      factWith(t('verdict.subject'), `${plain(subject.repository)} ${code(subject.commit)}`, wording),
    )
    if (finding !== 'passed' && finding !== 'not-run')
      parts.push(...distinctWitnesses(judgement).map(witness => witnessWords(witness, wording)))
  }
  return parts.join(' · ')
}

const nameOf = (check: CheckCode, { t }: Wording): string =>
  `${plain(t(`verdict.check.${check}`))} ${code(check)}`

/** Acceptance items by their numbers in the section of the document, which follows. */
function itemsOf(mapped: MappedWorkstream, items: number, wording: Wording): string {
  const { t } = wording
  const { ofItem, ofNone } = checksByItem(mapped, items)
  const names = (checks: readonly CheckCode[]) =>
    clauses(
      checks.map(check => nameOf(check, wording)),
      wording,
    )
  return listOf([
    ...Array.from({ length: items }, (_, index) => {
      const checks = ofItem(index + 1)
      return `${index + 1}\\. ${checks.length > 0 ? names(checks) : plain(t('verdict.itemRests'))}`
    }),
    ...(ofNone.length > 0 ? [factWith(t('verdict.withoutItem'), names(ofNone), wording)] : []),
  ])
}

/** What stands next to the status of a workstream, as Markdown. */
export function evidenceMarkdown(
  { document }: ChecklistView,
  { number, evidence }: WorkstreamView,
  { wording }: TwinContext,
): string {
  const { t } = wording
  const { mapped, findings } = evidence
  if (!mapped) return t('verdict.rests')
  const section = document.sections.find(candidate => candidate.number === number)
  const items = section ? acceptanceItemsOf(section).length : 0
  return blocks(
    verdictsOf(evidence, wording),
    t('verdict.rule', {
      days: mapped.freshness,
      environments: listed(document.evidenceMapping.required, wording),
    }),
    `### ${t('verdict.items')}`,
    itemsOf(mapped, items, wording),
    `### ${t('verdict.details')}`,
    ...mapped.checks.map(check =>
      blocks(
        `#### ${nameOf(check, wording)}`,
        listOf(findings.filter(found => found.check === check).map(found => findingItem(found, wording))),
      ).trimEnd(),
    ),
  ).trimEnd()
}
