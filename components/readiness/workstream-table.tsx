import { useTranslations } from 'next-intl'
import { EvidenceMarks } from '#components/evidence/evidence-marks.tsx'
import { TargetMovesNote } from '#components/slips/target-moves.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Authored } from '#components/text/authored.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import { OverdueText } from '#components/workstream/overdue-text.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

const COLUMNS = ['number', 'workstream', 'owner', 'target', 'status'] as const

/**
 * The tracker: number, workstream, owner, target date, status; where asked for, also what evidence says next to it. On
 * a narrow screen its rows become blocks; the roles are written out because `display` takes a table's own away from
 * screen readers.
 */
export function WorkstreamTable(props: {
  page: PageContext
  checklist: ChecklistView
  withEvidence?: boolean
}) {
  const { page, checklist, withEvidence = false } = props
  const t = useTranslations('readiness')
  const hasMoves = checklist.workstreams.some(({ moves }) => moves)
  const head = 'py-2 pe-4 text-start text-small font-normal text-muted print:pe-2'
  const cell = 'block lg:table-cell lg:py-3 lg:pe-4 lg:align-top print:table-cell print:py-1.5 print:pe-2'
  return (
    <table role="table" className="block w-full border-collapse lg:table print:table print:text-small">
      <thead
        role="rowgroup"
        className="sr-only lg:not-sr-only lg:table-header-group print:not-sr-only print:table-header-group"
      >
        <tr role="row" className="border-b border-ink">
          {(withEvidence ? [...COLUMNS, 'evidence' as const] : COLUMNS).map(column => (
            <th key={column} role="columnheader" scope="col" className={head}>
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block lg:table-row-group print:table-row-group">
        {checklist.workstreams.map(workstream => (
          <tr
            key={workstream.number}
            role="row"
            className="relative block border-b border-line py-3 ps-9 lg:table-row lg:ps-0 print:table-row print:ps-0"
          >
            <td role="cell" className={`${cell} absolute start-0 font-semibold lg:static print:static`}>
              {workstream.number}
            </td>
            <th
              role="rowheader"
              scope="row"
              className={`${cell} text-start font-semibold lg:w-[30%] ${hasMoves ? 'print:w-1/5' : 'print:w-1/4'}`}
            >
              <a
                href={pageHref(page, `/docs/${checklist.document.path}/${workstream.number}`)}
                className="inline-block"
              >
                <Authored text={workstream.title} locale={page.locale} />
              </a>
            </th>
            <td role="cell" className={cell}>
              <Code>{workstream.ownerRole}</Code>
            </td>
            <td role="cell" className={`${cell} ${hasMoves ? 'print:w-1/3' : ''}`}>
              <DayText day={workstream.targetDate} />{' '}
              <span className="lg:block">
                <OverdueText days={workstream.overdueDays} />
              </span>
              <TargetMovesNote workstream={workstream} locale={page.locale} />
            </td>
            <td role="cell" className={cell}>
              <StatusWord status={workstream.status} />
            </td>
            {withEvidence && (
              <td role="cell" className={`${cell} text-small`}>
                <EvidenceMarks evidence={workstream.evidence} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
