import { CHANGES, type Comparison, type JudgedBy } from '#features/evidence/comparison-rules.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import { withheldOfComparison } from '#features/evidence/withheld-evidence-rules.ts'
import { withheldWords } from '#features/evidence/withheld-words-rules.ts'
import { listed } from '#features/localization/join-rules.ts'
import { findingWords } from '#features/twin/finding-markdown-rules.ts'
import { blocks, code, plain, tableOf } from '#features/twin/markdown-rules.ts'
import { notices } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

function sideWords(judged: JudgedBy | null, { wording }: TwinContext): string {
  if (!judged) return findingWords('not-run', wording)
  return `${findingWords(judged.judgement.finding, wording)} · ${code(judged.view.run.runId)}`
}

const listWords = (items: readonly string[], { wording }: TwinContext): string =>
  listed(items.map(code), wording)

/** What changed between two runs or two environments, as Markdown. */
export function comparisonMarkdown(comparison: Comparison, context: TwinContext): string {
  const { t } = context.wording
  const { a, b, checks, runs, aspects } = comparison
  const rows = checks
    .toSorted((one, other) => CHANGES.indexOf(one.change) - CHANGES.indexOf(other.change))
    .map(({ check, change, a: ofA, b: ofB }) => [
      `${t(`verdict.check.${check}`)} ${code(check)}`,
      t(`evidence.compare.changes.${change}`),
      sideWords(ofA, context),
      sideWords(ofB, context),
    ])
  const differences = aspects.map(({ aspect, onlyA, onlyB }) => [
    t(`evidence.compare.aspects.${aspect}`),
    listWords(onlyA, context),
    listWords(onlyB, context),
  ])
  return blocks(
    `# ${t('evidence.compare.title')}`,
    notices(context),
    plain(t('evidence.compare.sides', { a: a.name, b: b.name })),
    t('evidence.compare.lead'),
    `## ${t('evidence.compare.checks')}`,
    tableOf([t('evidence.check'), t('evidence.compare.change'), code(a.name), code(b.name)], rows),
    `## ${t('evidence.compare.profile')}`,
    runs
      ? plain(t('evidence.compare.pair', { a: runs.a.run.runId, b: runs.b.run.runId }))
      : t('evidence.compare.noPair'),
    runs && differences.length === 0 ? t('evidence.compare.alike') : null,
    differences.length > 0
      ? tableOf([t('evidence.compare.aspect'), t('evidence.compare.a'), t('evidence.compare.b')], differences)
      : null,
    ...withheldOfComparison(comparison, sightOn(context)).map(part =>
      plain(withheldWords(part, context.wording)),
    ),
  )
}
