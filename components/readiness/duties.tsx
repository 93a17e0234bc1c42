import { useTranslations } from 'next-intl'
import { MovedWords } from '#components/slips/moved-words.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import { OverdueText } from '#components/workstream/overdue-text.tsx'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import { daysBetween } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Who owes what by when: the unfinished workstreams by owner, the most pressing first. */
export function Duties({ page, checklist }: { page: PageContext; checklist: ChecklistView }) {
  const t = useTranslations('readiness')
  const left = checklist.workstreams
    .filter(workstream => workstream.status !== 'DONE')
    .toSorted((a, b) => daysBetween(b.targetDate, a.targetDate) || a.number - b.number)
  const byOwner = Map.groupBy(left, workstream => workstream.ownerRole)
  if (left.length === 0) return null
  return (
    <section aria-labelledby="duties">
      <h2 id="duties" className="text-section">
        {t('duties')}
      </h2>
      <dl className="mt-3 gap-x-10 md:columns-2 print:columns-2">
        {[...byOwner].map(([ownerRole, workstreams]) => (
          <div key={ownerRole} className="break-inside-avoid border-t border-line py-2">
            <dt className="font-semibold">
              <Code>{ownerRole}</Code>
            </dt>
            {workstreams.map(workstream => (
              <dd key={workstream.number} className="mt-1">
                <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
                <span className="block text-small text-muted">
                  <DayText day={workstream.targetDate} /> <OverdueText days={workstream.overdueDays} />{' '}
                  <MovedWords workstream={workstream} />
                </span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
