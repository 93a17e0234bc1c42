import { useTranslations } from 'next-intl'
import { VERDICT_COLOUR, VerdictMark } from '#components/evidence/verdict-mark.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import { OverdueText } from '#components/workstream/overdue-text.tsx'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import type { GapObstacle, Gate } from '#features/reviewer/gate-model.ts'
import { isPassed } from '#features/reviewer/gate-rules.ts'

interface GateObstaclesProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly gate: Gate
}

const LIST = 'mt-1 gap-x-10 md:grid md:grid-cols-2 print:grid print:grid-cols-2'
const ITEM = 'break-inside-avoid border-t border-line py-1.5'

/** What stands in a gate, the weightiest first; nothing in one that is passed. */
export function GateObstacles({ page, checklist, gate }: GateObstaclesProps) {
  const document = useTranslations('document')
  const readiness = useTranslations('readiness.reasons')
  if (isPassed(gate)) return null
  if (gate.code === 'mapping')
    return <p className="max-w-prose text-small">{readiness('evidence-not-mapped')}</p>
  if (gate.code === 'review')
    return <p className="text-small">{document('reviewOverdue', { days: gate.overdueDays })}</p>
  return gate.code === 'work' ? (
    <WorkLeft page={page} checklist={checklist} workstreams={gate.obstacles} />
  ) : (
    <Gaps page={page} checklist={checklist} gaps={gate.obstacles} />
  )
}

type Here = Omit<GateObstaclesProps, 'gate'>

function WorkLeft({ page, checklist, workstreams }: Here & { workstreams: readonly WorkstreamView[] }) {
  const t = useTranslations('reviewer')
  return (
    <>
      <p className="text-small">
        {t('work', {
          count: workstreams.length,
          blocked: workstreams.filter(({ status }) => status === 'BLOCKED').length,
          late: workstreams.filter(({ overdueDays }) => overdueDays > 0).length,
        })}
      </p>
      <ul className={LIST}>
        {workstreams.map(workstream => (
          <li key={workstream.number} className={ITEM}>
            <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
            <span className="flex flex-wrap gap-x-3 text-small">
              <StatusWord status={workstream.status} />
              <span className="text-muted">
                <Code>{workstream.ownerRole}</Code> · <DayText day={workstream.targetDate} />
              </span>
              <OverdueText days={workstream.overdueDays} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Gaps({ page, checklist, gaps }: Here & { gaps: readonly GapObstacle[] }) {
  const t = useTranslations()
  return (
    <>
      <p className="text-small">{t('reviewer.gaps', { count: gaps.length })}</p>
      <ul className={LIST}>
        {gaps.map(({ workstream, gap }) => (
          <li key={workstream.number} className={ITEM}>
            <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
            <span className={`flex items-start gap-1.5 text-small font-semibold ${VERDICT_COLOUR[gap]}`}>
              <span className="mt-[0.3em]">
                <VerdictMark verdict={gap} />
              </span>
              {t(`verdict.verdict.${gap}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
