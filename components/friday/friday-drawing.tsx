import { useFormatter, useTranslations } from 'next-intl'
import { useInlineAxis } from '#components/chart/inline-axis.ts'
import { FridayLegend } from '#components/friday/friday-legend.tsx'
import { FridayMark, FridayShapes } from '#components/friday/friday-mark.tsx'
import { Authored } from '#components/text/authored.tsx'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { FridayGrid, FridayRow } from '#features/checklist/friday-grid-model.ts'
import { countStates } from '#features/checklist/friday-grid-rules.ts'
import { WEEKS } from '#features/checklist/week-window-rules.ts'
import { FRIDAY_STATES } from '#features/checklist/workstream-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

const ROW = 'grid gap-x-4 md:grid-cols-[19rem_1fr] print:grid-cols-[20rem_1fr]'

/** Per cent of the width at which a week stands: a week has one place, however many are shown. */
const at = (week: number): number => Math.round(((week + 0.5) / WEEKS) * 10_000) / 100

/** Workstreams by weeks, the oldest week first: a label, which wraps on any screen, above or beside its marks. */
export function FridayDrawing({ page, grid }: { page: PageContext; grid: FridayGrid<WorkstreamView> }) {
  return (
    <>
      <FridayShapes states={FRIDAY_STATES} />
      <FridayLegend />
      <div aria-hidden="true" className={`mt-4 ${ROW} text-small text-muted`}>
        <span />
        <Weeks fridays={grid.fridays} />
      </div>
      <ol>
        {grid.rows.map(row => (
          <li
            key={row.workstream.number}
            className={`${ROW} items-center border-t border-line break-inside-avoid`}
          >
            <span className="pt-1.5 text-small md:pb-1.5">
              {row.workstream.number}. <Authored text={row.workstream.title} locale={page.locale} />
            </span>
            <Marks row={row} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Days of the Fridays, and the months above them where they begin. */
function Weeks({ fridays }: { fridays: readonly Day[] }) {
  const format = useFormatter()
  const axis = useInlineAxis()
  const month = (friday: Day | undefined) => friday?.slice(0, 7)
  return (
    <svg width="100%" height="42" aria-hidden="true" className="block overflow-visible">
      {fridays.map((friday, week) => (
        <text key={friday} x={`${axis.at(at(week))}%`} y="36" textAnchor="middle" fill="currentColor">
          {Number(friday.slice(8))}
        </text>
      ))}
      {fridays.map((friday, week) =>
        month(friday) !== month(fridays[week - 1]) &&
        (week > 0 || month(friday) === month(fridays[1] ?? friday)) ? (
          <text key={friday} x={`${axis.at(at(week))}%`} y="14" textAnchor="middle" className="fill-ink">
            {format.dateTime(new Date(friday), { month: 'short', timeZone: 'UTC' })}
          </text>
        ) : null,
      )}
    </svg>
  )
}

function Marks({ row }: { row: FridayRow<WorkstreamView> }) {
  const t = useTranslations()
  const format = useFormatter()
  const axis = useInlineAxis()
  const counts = countStates(row.states)
  const told = FRIDAY_STATES.flatMap(state => {
    const count = counts.get(state)
    return count ? [t('friday.count', { state: t(`workstream.fridayState.${state}`), count })] : []
  })
  // By its number: a label cannot say the language of a title.
  const label = t('friday.row', {
    number: row.workstream.number,
    counts: format.list(told),
  })
  return (
    <svg role="img" aria-label={label} width="100%" height="32" className="block overflow-visible">
      {row.states.map((state, week) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
        state ? <FridayMark key={week} state={state} at={axis.at(at(week))} /> : null,
      )}
    </svg>
  )
}
