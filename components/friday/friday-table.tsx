import { useTranslations } from 'next-intl'
import { FRIDAY_COLOUR } from '#components/friday/friday-mark.tsx'
import { Authored } from '#components/text/authored.tsx'
import { DayText } from '#components/text/day.tsx'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { FridayGrid } from '#features/checklist/friday-grid-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** What the drawing shows, in words, the newest week first. Too wide for any screen, it scrolls by itself. */
export function FridayTable({ page, grid }: { page: PageContext; grid: FridayGrid<WorkstreamView> }) {
  const t = useTranslations()
  const head = 'sticky start-0 bg-paper py-2 pe-4 text-start align-top'
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1)
      tabIndex={0}
      aria-label={t('friday.table')}
      className="mt-3 overflow-x-auto print:hidden"
    >
      <table className="border-collapse text-small">
        <thead>
          <tr className="border-b border-ink">
            <th scope="col" className={`${head} font-normal text-muted`}>
              {t('readiness.table.workstream')}
            </th>
            {grid.fridays.toReversed().map(friday => (
              <th key={friday} scope="col" className="py-2 pe-5 text-start font-normal text-muted">
                <DayText day={friday} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ workstream, states }) => (
            <tr key={workstream.number} className="border-b border-line">
              <th scope="row" className={`${head} w-36 min-w-36 font-semibold md:min-w-64`}>
                {workstream.number}. <Authored text={workstream.title} locale={page.locale} />
              </th>
              {states.toReversed().map((state, week) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
                  key={week}
                  className={`py-2 pe-5 align-top ${state ? FRIDAY_COLOUR[state] : 'text-muted'}`}
                >
                  {t(`workstream.fridayState.${state ?? 'none'}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
