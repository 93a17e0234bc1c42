import { useFormatter, useTranslations } from 'next-intl'
import { changesHref } from '#components/changes/changes-href.ts'
import { useDayFormat } from '#components/text/day.tsx'
import { useWording } from '#components/text/wording.ts'
import { listed } from '#features/localization/join-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import type { ChangesSince as Changed } from '#features/reviewer/reviewer-part-model.ts'

/** What happened since the last Friday, in numbers, and the way to the words. */
export function ChangesSince({ page, changes }: { page: PageContext; changes: Changed }) {
  const t = useTranslations('reviewer')
  const format = useFormatter()
  const formatDay = useDayFormat()
  const wording = useWording()
  const { span, workstreams, confirmations, documents, runs } = changes
  const facts = [
    [
      t('workstreams'),
      workstreams.length > 0
        ? t('numbered', { count: workstreams.length, numbers: listed(workstreams, wording) })
        : format.number(0),
    ],
    [t('confirmations'), format.number(confirmations)],
    [t('documents'), format.number(documents)],
    [t('runs'), format.number(runs)],
  ] as const
  return (
    <section aria-labelledby="since" className="mt-8">
      <h3 id="since" className="font-semibold">
        {t('changes', { day: formatDay(span.from) })}
      </h3>
      <dl className="mt-2">
        {facts.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-x-4 border-t border-line py-1">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 print:hidden">
        <a href={changesHref(page, span)} className="inline-block py-1">
          {t('changesLink')}
        </a>
      </p>
    </section>
  )
}
