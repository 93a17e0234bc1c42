import { useTranslations } from 'next-intl'
import { ReportGuide } from '#components/friday/report-guide.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Code } from '#components/text/code.tsx'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Who owes a report of the week now, by role, and how to make it. It lacks `expected` where it is too late for that. */
export function DutyList(props: { page: PageContext; checklist: ChecklistView; expected?: string | null }) {
  const { page, checklist, expected } = props
  const t = useTranslations('friday')
  const due = checklist.workstreams.filter(({ friday }) => friday === 'due')
  const byOwner = Map.groupBy(due, ({ ownerRole }) => ownerRole)
  if (due.length === 0) return <p className="mt-3">{t('nothingDue')}</p>
  return (
    <dl className="mt-3 gap-x-10 md:columns-2 print:columns-2">
      {[...byOwner].map(([ownerRole, workstreams]) => (
        <div key={ownerRole} className="break-inside-avoid border-t border-line py-2">
          <dt className="font-semibold">
            <Code>{ownerRole}</Code>
          </dt>
          {workstreams.map(workstream => (
            <dd key={workstream.number} className="mt-1">
              <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
              <span className="block text-small">
                <StatusWord status={workstream.status} />
              </span>
              {expected !== undefined && <ReportGuide report={{ ...workstream, expected }} />}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
