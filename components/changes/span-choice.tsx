import { useTranslations } from 'next-intl'
import { changesHref } from '#components/changes/changes-href.ts'
import { useDayFormat } from '#components/text/day.tsx'
import type { Day } from '#features/checklist/calendar-model.ts'
import { fridayBefore, type Span, weekAfter, weekBefore } from '#features/checklist/span-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface SpanChoiceProps {
  readonly page: PageContext
  readonly span: Span
  readonly baselineDay: Day
}

/** Leads to the weeks beside a span, and asks for two other days: a plain GET form. */
export function SpanChoice({ page, span, baselineDay }: SpanChoiceProps) {
  const t = useTranslations('changes')
  const notice = useTranslations('notice')
  const formatDay = useDayFormat()
  const { day, isToday } = page.asOf
  const before = weekBefore(span, baselineDay)
  const after = weekAfter(span, day)
  const isUsual = span.to === day && span.from === fridayBefore(day)
  return (
    <div className="mt-4 border-y border-line py-3 print:hidden">
      <nav aria-label={t('spans')}>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {before && (
            <li>
              <a href={changesHref(page, before)} rel="prev" className="inline-block py-1">
                {t('previousWeek', { day: formatDay(before.to) })}
              </a>
            </li>
          )}
          {after && (
            <li>
              <a href={changesHref(page, after)} rel="next" className="inline-block py-1">
                {t('nextWeek', { day: formatDay(after.to) })}
              </a>
            </li>
          )}
          {!isUsual && (
            <li>
              <a href={pageHref(page, '/changes')} className="inline-block py-1">
                {t('sinceFriday')}
              </a>
            </li>
          )}
        </ul>
      </nav>
      <details className="mt-1">
        <summary className="w-fit cursor-pointer py-1">{t('choose')}</summary>
        <form
          method="get"
          action={`/${page.locale}/changes`}
          className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-3"
        >
          {!isToday && <input type="hidden" name="asOf" value={day} />}
          {(['from', 'to'] as const).map(name => (
            <label key={name} className="flex flex-col">
              {t(name)}
              <input
                type="date"
                name={name}
                required
                defaultValue={span[name]}
                max={day}
                className="min-h-11 border border-muted bg-paper px-2 text-ink"
              />
            </label>
          ))}
          <button
            type="submit"
            className="min-h-11 cursor-pointer border border-ink px-4 font-semibold text-ink"
          >
            {notice('show')}
          </button>
        </form>
      </details>
    </div>
  )
}
