import { useTranslations } from 'next-intl'
import { TargetMovesNote } from '#components/slips/target-moves.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Authored } from '#components/text/authored.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import { OverdueText } from '#components/workstream/overdue-text.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/**
 * The tracker: number, workstream, owner, target date, status. On a narrow screen its rows become blocks; the roles
 * are written out because `display` takes a table's own away from screen readers.
 */
export function WorkstreamTable({ page, checklist }: { page: PageContext; checklist: ChecklistView }) {
  const t = useTranslations('readiness')
  const hasMoves = checklist.workstreams.some(({ moves }) => moves)
  const head = 'py-2 pe-4 text-start text-small font-normal text-muted'
  const cell = 'block md:table-cell md:py-3 md:pe-4 md:align-top print:table-cell print:py-1.5 print:pe-3'
  return (
    <table role="table" className="block w-full border-collapse md:table print:table">
      <thead
        role="rowgroup"
        className="sr-only md:not-sr-only md:table-header-group print:not-sr-only print:table-header-group"
      >
        <tr role="row" className="border-b border-ink">
          {(['number', 'workstream', 'owner', 'target', 'status'] as const).map(column => (
            <th key={column} role="columnheader" scope="col" className={head}>
              {t(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group print:table-row-group">
        {checklist.workstreams.map(workstream => (
          <tr
            key={workstream.number}
            role="row"
            className="relative block border-b border-line py-3 ps-9 md:table-row md:ps-0 print:table-row print:ps-0"
          >
            <td role="cell" className={`${cell} absolute start-0 font-semibold md:static print:static`}>
              {workstream.number}
            </td>
            <th
              role="rowheader"
              scope="row"
              className={`${cell} text-start font-semibold md:w-2/5 ${hasMoves ? 'print:w-1/4' : 'print:w-2/5'}`}
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
              <span className="md:block">
                <OverdueText days={workstream.overdueDays} />
              </span>
              <TargetMovesNote workstream={workstream} locale={page.locale} />
            </td>
            <td role="cell" className={cell}>
              <StatusWord status={workstream.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
