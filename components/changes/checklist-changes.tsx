import { useTranslations } from 'next-intl'
import { changesHref } from '#components/changes/changes-href.ts'
import { WorkstreamChanges } from '#components/changes/workstream-changes.tsx'
import { Authored } from '#components/text/authored.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import { useWording } from '#components/text/wording.ts'
import { BaselineNote } from '#components/workstream/baseline-note.tsx'
import type { ChecklistChanges as Changed } from '#features/checklist/changes-model.ts'
import { weekOf } from '#features/checklist/span-rules.ts'
import { listed } from '#features/localization/join-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** What changed in the workstreams of a checklist. */
export function ChecklistChanges({ page, changed }: { page: PageContext; changed: Changed }) {
  const t = useTranslations('changes')
  const wording = useWording()
  const { checklist, changes } = changed
  const { workstreams, confirmations, earlier, unlisted } = changes
  return (
    <section aria-labelledby={checklist.document.path} className="mt-8">
      <h2 id={checklist.document.path} className="text-section">
        <a href={pageHref(page, `/docs/${checklist.document.path}`)}>
          <Authored text={checklist.document.title} locale={page.locale} />
        </a>
      </h2>
      {workstreams.length === 0 && <Unchanged page={page} changed={changed} />}
      {confirmations.count > 0 && (
        <p className="mt-2 max-w-prose">
          {t('confirmations', {
            count: confirmations.count,
            workstreams: confirmations.workstreams.length,
            numbers: listed(confirmations.workstreams, wording),
          })}
        </p>
      )}
      {earlier && <p className="mt-2 max-w-prose">{t('earlier')}</p>}
      {unlisted > 0 && <p className="mt-2 max-w-prose">{t('unlisted', { count: unlisted })}</p>}
      <ol className="mt-4">
        {workstreams.map(workstream => (
          <WorkstreamChanges
            key={workstream.number}
            page={page}
            checklist={checklist}
            workstream={workstream}
          />
        ))}
      </ol>
      {earlier && <Earlier page={page} earlier={earlier} />}
      <BaselineNote checklist={checklist} />
    </section>
  )
}

function Unchanged({ page, changed: { newestDay } }: { page: PageContext; changed: Changed }) {
  const t = useTranslations('changes')
  const formatDay = useDayFormat()
  return (
    <p className="mt-2 max-w-prose">
      <strong>{t('nothing')}</strong> {t('newest', { day: formatDay(newestDay) })}{' '}
      <a href={changesHref(page, weekOf(newestDay, page.asOf.day))} className="inline-block py-0.5">
        {t('newestWeek')}
      </a>
    </p>
  )
}

function Earlier(props: { page: PageContext; earlier: NonNullable<Changed['changes']['earlier']> }) {
  const t = useTranslations('changes')
  const formatDay = useDayFormat()
  return (
    <p className="mt-4 print:hidden">
      <a href={changesHref(props.page, props.earlier)} className="inline-block py-1">
        {t('earlierPart', { day: formatDay(props.earlier.to) })}
      </a>
    </p>
  )
}
