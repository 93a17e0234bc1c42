import { useTranslations } from 'next-intl'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { Code } from '#components/text/code.tsx'
import type { ChainStep } from '#features/evidence/chain-rules.ts'
import { recordPath } from '#features/evidence/evidence-address-rules.ts'
import { BOUNDARIES, type EvidenceRecord } from '#features/evidence/record-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface ChainTableProps {
  readonly page: PageContext
  /** The run and those that the chain goes on in. */
  readonly views: readonly RunView[]
  readonly steps: readonly ChainStep[]
}

/** What the drawing of a chain shows, in words: the records of each event by boundary, and what is open. */
export function ChainTable({ page, views, steps }: ChainTableProps) {
  const t = useTranslations('evidence')
  return (
    <FoldingTable
      label={t('chain.step')}
      columns={[t('chain.step'), ...BOUNDARIES.map(boundary => t(`boundaries.${boundary}`)), t('chain.open')]}
      rows={steps.map(({ topic, eventId, at, open }) => ({
        key: `${topic} ${eventId}`,
        cells: [
          <Code key="topic">{topic}</Code>,
          ...BOUNDARIES.map(boundary => (
            <Records key={boundary} page={page} views={views} records={at[boundary]} />
          )),
          open ? (
            <span key="open" className="font-semibold text-blocked">
              {t(`chain.opens.${open}`)}
            </span>
          ) : (
            t('chain.closed')
          ),
        ],
      }))}
    />
  )
}

function Records(props: Omit<ChainTableProps, 'steps'> & { records: readonly EvidenceRecord[] }) {
  const { page, views, records } = props
  if (records.length === 0) return '—'
  return (
    <ul className="inline-flex flex-wrap gap-x-2">
      {records.map(({ runId, number }) => {
        const view = views.find(({ run }) => run.runId === runId)
        const isOther = view !== views[0]
        return (
          <li key={`${runId} ${number}`}>
            {view && (
              <a
                href={pageHref(page, recordPath(view.environment, view.run.runId, number))}
                className="inline-block min-w-6 py-0.5"
              >
                {number}
                {isOther && (
                  <span className="text-small">
                    {' '}
                    (<Code>{runId}</Code>)
                  </span>
                )}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}
