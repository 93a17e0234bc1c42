import { useFormatter, useTranslations } from 'next-intl'
import { useInlineAxis } from '#components/chart/inline-axis.ts'
import { TimelineBar } from '#components/readiness/timeline-bar.tsx'
import { StatusMark } from '#components/status/status-mark.tsx'
import { Authored } from '#components/text/authored.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { timeScale } from '#features/checklist/timeline-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Target dates on one axis: a label, which wraps on any screen, above or beside a bar drawn in per cent of the width. */
export function Timeline({ page, checklist }: { page: PageContext; checklist: ChecklistView }) {
  const t = useTranslations('readiness.timeline')
  const slips = useTranslations('slips')
  const formatDay = useDayFormat()
  const format = useFormatter()
  const axis = useInlineAxis()
  const { day, isToday } = page.asOf
  const scale = timeScale([
    day,
    checklist.baselineDay,
    ...checklist.workstreams.flatMap(({ targetDate, originalTargetDate }) => [
      targetDate,
      originalTargetDate,
    ]),
  ])
  const row = 'grid gap-x-4 md:grid-cols-[19rem_1fr] print:grid-cols-[20rem_1fr]'
  return (
    <figure aria-labelledby="timeline" className="print:break-inside-avoid">
      <h2 id="timeline" className="text-section">
        {t('title')}
      </h2>
      <figcaption className="mt-1 max-w-prose text-small text-muted">
        {t('caption', { day: formatDay(day) })}
        {checklist.workstreams.some(({ moves }) => moves) && ` ${slips('drawn')}`}
      </figcaption>
      <div aria-hidden="true" className={`mt-4 ${row} text-small text-muted`}>
        <span />
        <svg width="100%" height="38" aria-hidden="true" className="block overflow-visible">
          {scale.ticks.map((tick, index) => (
            <text
              key={tick}
              x={`${axis.at(scale.at(tick))}%`}
              y="33"
              fill="currentColor"
              className={index % 2 === 1 ? 'hidden sm:inline' : undefined}
            >
              {format.dateTime(new Date(tick), {
                month: 'short',
                timeZone: 'UTC',
                ...(tick.endsWith('-01-01') ? { year: 'numeric' } : {}),
              })}
            </text>
          ))}
          <text x={`${axis.at(scale.at(day))}%`} y="13" textAnchor="end" className="fill-ink font-semibold">
            {isToday ? t('today') : t('asOfDay')}
          </text>
        </svg>
      </div>
      <ol>
        {checklist.workstreams.map(workstream => (
          <li key={workstream.number} className={`${row} items-stretch border-t border-line`}>
            <span className="flex gap-2 pt-1.5 text-small md:pb-1.5">
              <span className="mt-0.5">
                <StatusMark status={workstream.status} />
              </span>
              <span>
                {workstream.number}. <Authored text={workstream.title} locale={page.locale} />
              </span>
            </span>
            <div className="relative min-h-8">
              <TimelineBar scale={scale} workstream={workstream} day={day} />
            </div>
          </li>
        ))}
      </ol>
    </figure>
  )
}
