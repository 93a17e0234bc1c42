import { useTranslations } from 'next-intl'
import { FRIDAY_COLOUR, FridaySign } from '#components/friday/friday-mark.tsx'
import { ReportGuide } from '#components/friday/report-guide.tsx'
import { OwnContradictions } from '#components/own/own-contradictions.tsx'
import { SilenceText } from '#components/own/silence-text.tsx'
import { MovedWords } from '#components/slips/moved-words.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { DayText, useDayFormat } from '#components/text/day.tsx'
import { OverdueText } from '#components/workstream/overdue-text.tsx'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import { daysBetween } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { missedOf } from '#features/checklist/silence-rules.ts'
import type { FridayState } from '#features/checklist/workstream-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface OwnWorkstreamProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly workstream: WorkstreamView
  /** What the document's files hold; null where the reader may not know, lacking where it is too late to report. */
  readonly expected?: string | null
}

/** One workstream as its owner looks at it: status, time left, this week's report, since when there was none. */
export function OwnWorkstream({ page, checklist, workstream, expected }: OwnWorkstreamProps) {
  const t = useTranslations()
  const formatDay = useDayFormat()
  const { day } = page.asOf
  const { friday, status, targetDate, overdueDays } = workstream
  const missed = missedOf(workstream, day)
  const newest = missed.at(-1)
  return (
    <li className="break-inside-avoid border-t border-line py-3">
      <p className="font-semibold">
        <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
      </p>
      <dl className="mt-1 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-4 print:grid-cols-4">
        <Fact name={t('readiness.table.status')}>
          <StatusWord status={status} />
        </Fact>
        <Fact name={t('readiness.table.target')}>
          <DayText day={targetDate} />{' '}
          {overdueDays > 0 ? (
            <OverdueText days={overdueDays} />
          ) : (
            status !== 'DONE' && (
              <span className="text-muted">
                {t('own.target.left', { days: daysBetween(day, targetDate) })}
              </span>
            )
          )}{' '}
          <MovedWords workstream={workstream} />
        </Fact>
        <Fact name={t('own.week')}>
          <WeekState state={friday} />
        </Fact>
        <Fact name={t('own.report')}>
          <SilenceText workstream={workstream} day={day} />
        </Fact>
      </dl>
      {newest && (
        <p className="mt-1 text-small">{t('own.missed', { count: missed.length, day: formatDay(newest) })}</p>
      )}
      <OwnContradictions page={page} checklist={checklist} workstream={workstream} />
      {expected !== undefined && friday !== null && friday !== 'exempt' && (
        <ReportGuide report={{ ...workstream, expected, document: checklist.document.path }} />
      )}
    </li>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function WeekState({ state }: { state: FridayState | null }) {
  const t = useTranslations('workstream.fridayState')
  if (state === null) return t('none')
  return (
    <span className="inline-flex items-center gap-2">
      <FridaySign state={state} />
      <span className={`font-semibold ${FRIDAY_COLOUR[state]}`}>{t(state)}</span>
    </span>
  )
}
