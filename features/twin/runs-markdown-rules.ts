import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import { matrixOf } from '#features/evidence/matrix-rules.ts'
import type { RunPage } from '#features/evidence/run-page-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { countFindings } from '#features/evidence/trend-rules.ts'
import type { CountingFinding } from '#features/evidence/verdict-model.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { findingWords } from '#features/twin/finding-markdown-rules.ts'
import { blocks, code, link, tableOf } from '#features/twin/markdown-rules.ts'
import { notices } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

const runLink = ({ environment, run }: RunView, { wish }: TwinContext): string =>
  link(code(run.runId), pageAddress(wish, runPath(environment, run.runId)))

function cellWords({ finding, source }: CountingFinding, context: TwinContext): string {
  const words = findingWords(finding, context.wording)
  if (!source || finding === 'not-run') return words
  return [words, runLink(source.run, context), dayInTbilisi(source.run.finishedAt)].join(' · ')
}

/** What evidence shows, as Markdown: what counts of every check, then a page of runs. */
export function runsMarkdown(runs: readonly RunView[], listed: RunPage, context: TwinContext): string {
  const { t } = context.wording
  const title = `# ${t('evidence.title')}`
  if (runs.length === 0)
    return blocks(
      title,
      notices(context),
      `**${t('evidence.empty.title')}**`,
      t('evidence.empty.body'),
      t('evidence.empty.how'),
    )
  const matrix = matrixOf(runs).map(({ check, cells }) => [
    `${t(`verdict.check.${check}`)} ${code(check)}`,
    ...cells.map(cell => cellWords(cell, context)),
  ])
  const rows = listed.runs.map(view => {
    const counts = countFindings(view)
    return [
      runLink(view, context),
      code(view.environment),
      code(view.run.kind),
      view.finishedAt.toISOString(),
      String(view.records),
      ...FINDINGS.map(finding => String(counts[finding])),
    ]
  })
  return blocks(
    title,
    notices(context),
    t('evidence.lead'),
    `## ${t('evidence.matrix.title')}`,
    t('evidence.matrix.caption'),
    tableOf([t('evidence.check'), ...ENVIRONMENTS.map(code)], matrix),
    `## ${t('evidence.runs.title')}`,
    t('evidence.runs.count', { count: listed.total }),
    tableOf(
      [
        t('evidence.run'),
        t('evidence.environment'),
        t('evidence.kind'),
        t('evidence.runs.finished'),
        t('evidence.runs.records'),
        ...FINDINGS.map(finding => t(`verdict.finding.${finding}`)),
      ],
      rows,
    ),
  )
}
