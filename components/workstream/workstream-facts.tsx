import { useTranslations } from 'next-intl'
import { Fact, FactList } from '#components/document/fact-list.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import { MovesFact } from '#components/workstream/moves-fact.tsx'
import { OverdueText } from '#components/workstream/overdue-text.tsx'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'

/** Status, owner, dates and reports of a workstream. */
export function WorkstreamFacts({ workstream, locale }: { workstream: WorkstreamView; locale: Locale }) {
  const t = useTranslations('workstream')
  const status = useTranslations('readiness.table')
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
        <Fact name={t('lastReported')}>
          <DayText day={workstream.lastReportedOn} />
        </Fact>
        <Fact name={t('friday')}>{t(`fridayState.${workstream.friday ?? 'none'}`)}</Fact>
        <MovesFact moves={workstream.moves} locale={locale} />
      </FactList>
    </section>
  )
}
