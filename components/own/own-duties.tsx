import { useTranslations } from 'next-intl'
import { MomentText } from '#components/text/moment.tsx'
import { Named } from '#components/text/named.tsx'
import { daysBetween, fridayOf } from '#features/checklist/calendar-rules.ts'
import type { OwnWork } from '#features/checklist/own-work-model.ts'
import { countDuties } from '#features/checklist/own-work-rules.ts'
import { deadlineOf } from '#features/checklist/silence-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** How many reports a reader owes for the week of the page's day, and until when. */
export function OwnDuties({ page, work }: { page: PageContext; work: OwnWork }) {
  const t = useTranslations('own')
  const { day } = page.asOf
  const { owed, reported, exempt } = countDuties(work.checklists.flatMap(({ workstreams }) => workstreams))
  return (
    <div className="mt-2">
      <p className="text-lead font-bold">{t('owed', { count: owed })}</p>
      <p>
        <Named>{t('deadline')}</Named>{' '}
        <span className="font-semibold">
          <MomentText instant={deadlineOf(day)} />
        </span>
      </p>
      {owed > 0 && <p>{t('left', { days: daysBetween(day, fridayOf(day)) })}</p>}
      {reported + exempt > 0 && <p className="text-small text-muted">{t('tally', { reported, exempt })}</p>}
    </div>
  )
}
