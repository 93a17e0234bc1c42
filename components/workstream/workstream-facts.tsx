import { useTranslations } from 'next-intl'
import { Fact, FactList } from '#components/document/fact-list.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText, useDayFormat } from '#components/text/day.tsx'
import { OverdueText } from '#components/workstream/overdue-text.tsx'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'

/** Status, owner, dates and reports of a workstream. */
export function WorkstreamFacts({ workstream }: { workstream: WorkstreamView }) {
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
            <ol>
              {workstream.slips.map(slip => (
                <li key={slip.recordedAt}>
                  {t('slip', { from: formatDay(slip.from), to: formatDay(slip.to), by: slip.by })}
                </li>
              ))}
            </ol>
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
