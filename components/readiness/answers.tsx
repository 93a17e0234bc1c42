import { useTranslations } from 'next-intl'
import { StatusBar } from '#components/readiness/status-bar.tsx'
import { MovedWords } from '#components/slips/moved-words.tsx'
import { Code } from '#components/text/code.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import { daysBetween } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { unbackedIn } from '#features/checklist/unbacked-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** The three questions a reader comes with, each with its answer in a line. */
export function Answers({ page, checklist }: { page: PageContext; checklist: ChecklistView }) {
  const t = useTranslations('readiness')
  const formatDay = useDayFormat()
  const { readiness, workstreams } = checklist
  const overdue = workstreams.filter(workstream => workstream.overdueDays > 0).length
  const blocked = workstreams.filter(workstream => workstream.status === 'BLOCKED')
  const left = workstreams.filter(workstream => workstream.status !== 'DONE')
  const first = left.toSorted((a, b) => daysBetween(b.targetDate, a.targetDate) || a.number - b.number)[0]
  const unbacked = unbackedIn(checklist).length
  const [hindrance, ...more] = [
    readiness.blocked > 0 && t('way.blocked', { count: readiness.blocked }),
    overdue > 0 && t('way.overdue', { count: overdue }),
    unbacked > 0 && t('way.unbacked', { count: unbacked }),
  ].filter(line => line !== false)
  return (
    <div className="mt-3 grid gap-x-10 gap-y-3 border-y border-line py-3 sm:mt-5 md:grid-cols-3 md:py-6">
      <Answer question={t('ready.question')} answer={readiness.ready ? t('ready.yes') : t('ready.no')}>
        <p>{t('ready.detail', { total: readiness.total, done: readiness.done })}</p>
        <StatusBar readiness={readiness} />
      </Answer>
      <Answer question={t('way.question')} answer={hindrance ?? t('way.clear')}>
        {blocked.map(workstream => (
          <p key={workstream.number}>
            <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
          </p>
        ))}
        {more.map(line => (
          <p key={line}>{line}</p>
        ))}
      </Answer>
      <Answer
        question={t('owes.question')}
        answer={
          first
            ? t('owes.summary', {
                workstreams: left.length,
                roles: new Set(left.map(workstream => workstream.ownerRole)).size,
              })
            : t('owes.nothing')
        }
      >
        {first && (
          <p>
            {t('owes.earliest', { day: formatDay(first.targetDate) })} (<Code>{first.ownerRole}</Code>){' '}
            <MovedWords workstream={first} />
          </p>
        )}
      </Answer>
    </div>
  )
}

function Answer(props: { question: string; answer: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="text-small font-normal text-muted">{props.question}</h2>
      <p className="text-lead font-bold">{props.answer}</p>
      <div className="text-small">{props.children}</div>
    </section>
  )
}
