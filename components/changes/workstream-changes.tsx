import { useTranslations } from 'next-intl'
import { StepSource } from '#components/history/step-source.tsx'
import { StepWords } from '#components/history/step-words.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Arrow } from '#components/text/arrow.ts'
import { DayText } from '#components/text/day.tsx'
import { Named } from '#components/text/named.tsx'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import type { WorkstreamChanges as Changed } from '#features/checklist/changes-model.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface WorkstreamChangesProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly workstream: Changed
}

/** A workstream: what it came to in a span, and by which steps, the newest first. */
export function WorkstreamChanges({ page, checklist, workstream }: WorkstreamChangesProps) {
  const t = useTranslations('changes')
  const { number, steps } = workstream
  const titled = checklist.workstreams.find(candidate => candidate.number === number)
  return (
    <li className="grid gap-x-10 gap-y-3 border-t border-line py-4 md:grid-cols-[2fr_3fr] print:grid-cols-[2fr_3fr]">
      <div>
        <h3 className="font-semibold">
          {titled ? (
            <WorkstreamTitle page={page} checklist={checklist} workstream={titled} />
          ) : (
            t('workstream', { number })
          )}
        </h3>
        <Sum workstream={workstream} />
      </div>
      {steps.length > 0 ? (
        <ol className="space-y-4">
          {steps.map(step => (
            <li key={step.line.hash} className="break-inside-avoid">
              <StepWords step={step} />
              <p className="text-small text-muted">
                <StepSource step={step} />
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-muted">{t('stepsEarlier')}</p>
      )}
    </li>
  )
}

/** What held before and what held after; where nothing did before, what holds since. */
function Sum({ workstream: { before, after } }: { workstream: Changed }) {
  const t = useTranslations('history')
  const changes = useTranslations('changes')
  const isStatusNew = before?.status !== after.status
  const isTargetNew = before?.targetDate !== after.targetDate
  if (!isStatusNew && !isTargetNew) return <p className="mt-1 text-small">{changes('sameAsBefore')}</p>
  return (
    <dl className="mt-1 text-small">
      {isStatusNew && (
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-muted">
            <Named>{t('status')}</Named>
          </dt>
          <dd className="flex flex-wrap gap-x-2">
            {before && (
              <>
                <StatusWord status={before.status} /> <Arrow />{' '}
              </>
            )}
            <StatusWord status={after.status} />
          </dd>
        </div>
      )}
      {isTargetNew && (
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-muted">
            <Named>{t('target')}</Named>
          </dt>
          <dd>
            {before && (
              <>
                <DayText day={before.targetDate} /> <Arrow />{' '}
              </>
            )}
            <DayText day={after.targetDate} />
          </dd>
        </div>
      )}
    </dl>
  )
}
