import { useTranslations } from 'next-intl'
import { StepSource } from '#components/history/step-source.tsx'
import { StepWords } from '#components/history/step-words.tsx'
import { StatusMark } from '#components/status/status-mark.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Arrow } from '#components/text/arrow.ts'
import { DayText, useDayFormat } from '#components/text/day.tsx'
import { Named } from '#components/text/named.tsx'
import type { HistoryEntry } from '#features/checklist/history-rules.ts'
import type { Status } from '#features/checklist/status-model.ts'
import type { Step } from '#features/checklist/step-model.ts'

/** A line of a ledger, or a row of confirmations, beside the mark of the status that held from then on. */
export function HistoryItem({ entry }: { entry: HistoryEntry }) {
  if (entry.kind === 'step')
    return (
      <Item status={entry.step.after.status}>
        <StepEntry step={entry.step} />
      </Item>
    )
  return (
    <Item status={entry.steps[0].after.status}>
      <Confirmations steps={entry.steps} />
    </Item>
  )
}

function Item({ status, children }: { status: Status; children: React.ReactNode }) {
  return (
    <li className="relative ms-2 break-inside-avoid border-s border-line ps-6 pb-6 last:border-transparent">
      <span className="absolute -start-2 top-1 bg-paper pb-1">
        <StatusMark status={status} />
      </span>
      {children}
    </li>
  )
}

function StepEntry({ step }: { step: Step }) {
  const t = useTranslations('history')
  const formatDay = useDayFormat()
  const { line, previous } = step
  return (
    <>
      <p className="text-small text-muted">
        <StepSource step={step} />
      </p>
      <StepWords step={step} />
      <p className="flex flex-wrap gap-x-2 text-small">
        <span className="text-muted">
          <Named>{t('status')}</Named>
        </span>
        {previous && line.kind !== 'confirm' && previous.status !== line.status && (
          <>
            <StatusWord status={previous.status} /> <Arrow />
          </>
        )}
        <StatusWord status={line.status} />
      </p>
      {(!previous || line.kind === 'confirm' || previous.targetDate === line.targetDate) && (
        <p className="text-small">
          <span className="text-muted">
            <Named>{t('target')}</Named>
          </span>{' '}
          <DayText day={line.targetDate} />
        </p>
      )}
      {line.kind !== 'baseline' && (
        <p className="text-small text-muted">{t('friday', { day: formatDay(line.for) })}</p>
      )}
    </>
  )
}

function Confirmations({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('history')
  const formatDay = useDayFormat()
  const fridays = steps.map(({ line }) => line.for).toSorted()
  const [first, last] = [fridays[0], fridays.at(-1)]
  return (
    <details>
      <summary className="cursor-pointer py-0.5">
        {first &&
          last &&
          t('confirmations', { count: steps.length, first: formatDay(first), last: formatDay(last) })}
      </summary>
      <ol className="mt-2 space-y-2 text-small text-muted">
        {steps.map(step => (
          <li key={step.line.hash}>
            <StepSource step={step} />
            <span className="block">{t('friday', { day: formatDay(step.line.for) })}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
