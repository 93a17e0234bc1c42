import { useTranslations } from 'next-intl'
import { Fact, FactList } from '#components/document/fact-list.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Authored } from '#components/text/authored.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText, useDayFormat } from '#components/text/day.tsx'
import { OverdueText } from '#components/workstream/overdue-text.tsx'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Slip } from '#features/checklist/workstream-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

/** Status, owner, dates and reports of a workstream. */
export function WorkstreamFacts({ workstream, locale }: { workstream: WorkstreamView; locale: Locale }) {
  const t = useTranslations('workstream')
  const status = useTranslations('readiness.table')
  const formatDay = useDayFormat()
  return (
    <section aria-label={t('facts')} className="mt-5">
      <FactList>
        <Fact name={status('status')}>
          <StatusWord status={workstream.status} />
        </Fact>
        <Fact name={t('owner')}>
          <Code>{workstream.ownerRole}</Code>
        </Fact>
        <Fact name={t('target')}>
          <DayText day={workstream.targetDate} /> <OverdueText days={workstream.overdueDays} />
        </Fact>
        <Fact name={t('slips')}>
          {workstream.slips.length === 0 ? (
            t('noSlips')
          ) : (
            <>
              <p>
                {t('originalTarget')}: <DayText day={workstream.originalTargetDate} />
              </p>
              <ol>
                {workstream.slips.map(slip => (
                  <li key={slip.recordedAt}>
                    {t('slip', { from: formatDay(slip.from), to: formatDay(slip.to), by: slip.by })}
                    <SlipReason slip={slip} locale={locale} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </Fact>
        <Fact name={t('lastReported')}>
          <DayText day={workstream.lastReportedOn} />
        </Fact>
        <Fact name={t('friday')}>{t(`fridayState.${workstream.friday ?? 'none'}`)}</Fact>
      </FactList>
    </section>
  )
}

function SlipReason({ slip, locale }: { slip: Slip; locale: Locale }) {
  const t = useTranslations('workstream')
  const reason = localizedText(slip.reason, locale)
  if (!reason) return null
  return (
    <span className="block text-small text-muted">
      {t('slipReason')} <Authored text={reason} locale={locale} />
    </span>
  )
}
