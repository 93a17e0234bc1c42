import { useTranslations } from 'next-intl'
import { DutyList } from '#components/friday/duty-list.tsx'
import { EditLinks } from '#components/friday/edit-links.tsx'
import { FridayDrawing } from '#components/friday/friday-drawing.tsx'
import { FridayTable } from '#components/friday/friday-table.tsx'
import { ShortfallList } from '#components/friday/shortfall-list.tsx'
import { WeekLinks } from '#components/friday/week-links.tsx'
import { Authored } from '#components/text/authored.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import { daysBetween, fridayOf } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { WeekWindow } from '#features/checklist/friday-grid-model.ts'
import { fridayGrid, shortfalls } from '#features/checklist/friday-grid-rules.ts'
import { editAddress } from '#features/document/edit-address-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface FridayViewProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly window: WeekWindow
  /** What the document's files hold, for commands; null where the reader may not know, lacking where the page speaks of a day gone by. */
  readonly expected?: string | null
  /** Address of the content folder where its files are edited; null: nobody said. */
  readonly contentUrl: string | null
}

/** Below the page's title: who owes a report this Friday, who failed to make one, and how every workstream stood to every week. */
export function FridayView({ page, checklist, window, expected, contentUrl }: FridayViewProps) {
  const t = useTranslations('friday')
  const readiness = useTranslations('readiness')
  const formatDay = useDayFormat()
  const { document, workstreams } = checklist
  const { day, isToday } = page.asOf
  const friday = fridayOf(day)
  const grid = fridayGrid(workstreams, window.fridays, day)
  const [first] = window.fridays
  const last = window.fridays.at(-1)
  const prevailing = document.standing.authoritativeLocale
  const edits = document.locales
    .toSorted((a, b) => Number(b === prevailing) - Number(a === prevailing))
    .flatMap(lang => {
      const href = editAddress(contentUrl, document, lang, !checklist.isBaselineImplied)
      return href ? [{ lang, href }] : []
    })
  return (
    <>
      <p className="mt-2 max-w-prose text-lead text-muted">{t('rule')}</p>
      <p className="mt-2 text-small text-muted">
        {readiness('checklist')}{' '}
        <a href={pageHref(page, `/docs/${document.path}`)} className="inline-block py-0.5">
          <Authored text={document.title} locale={page.locale} />
        </a>
      </p>
      {first && last ? (
        <>
          <section aria-labelledby="due" className="mt-8">
            <h2 id="due" className="text-section">
              {t('due')}
            </h2>
            <p className="mt-1">
              {t('deadline', { day: formatDay(friday), days: daysBetween(day, friday) })}
            </p>
            {isToday && <EditLinks links={edits} />}
            <DutyList page={page} checklist={checklist} {...(expected === undefined ? {} : { expected })} />
          </section>
          <section aria-labelledby="shortfalls" className="mt-12 print:mt-6">
            <h2 id="shortfalls" className="text-section">
              {t('shortfalls')}
            </h2>
            <p className="mt-1 text-small text-muted">
              {t('range', { from: formatDay(first), to: formatDay(last) })} {t('makeUp')}
            </p>
            <ShortfallList shortfalls={shortfalls(grid)} />
          </section>
          <figure aria-labelledby="weeks" className="mt-12 print:mt-6 print:break-inside-avoid">
            <h2 id="weeks" className="text-section">
              {t('grid')}
            </h2>
            <figcaption className="mt-1 max-w-prose text-small text-muted">
              {t('caption', { from: formatDay(first), to: formatDay(last) })}{' '}
              <span className="print:hidden">{t('sameBelow')}</span>
            </figcaption>
            <FridayDrawing page={page} grid={grid} />
          </figure>
          <WeekLinks page={page} window={window} />
          <h2 className="mt-12 text-section print:hidden">{t('table')}</h2>
          <FridayTable page={page} grid={grid} />
        </>
      ) : (
        <p className="mt-8">{t('notYet')}</p>
      )}
    </>
  )
}
