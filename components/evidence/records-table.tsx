import { useTranslations } from 'next-intl'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { Code } from '#components/text/code.tsx'
import { Verbatim } from '#components/text/verbatim.tsx'
import { intentOf } from '#features/evidence/event-rules.ts'
import { chainPath, recordPath } from '#features/evidence/evidence-address-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { isServed, type PageContext, pageHref } from '#features/portal/page-model.ts'

interface RecordsTableProps {
  readonly page: PageContext
  readonly view: RunView
  readonly records: readonly EvidenceRecord[]
}

/** Records of a run; each number leads to the record, each intentId to its chain. */
export function RecordsTable({ page, view, records }: RecordsTableProps) {
  const t = useTranslations('evidence')
  return (
    <FoldingTable
      isWide
      label={t('records.title')}
      columns={[
        t('records.number'),
        t('boundary'),
        t('records.topic'),
        t('records.partition'),
        t('records.offset'),
        t('records.key'),
        t('records.event'),
        t('records.intent'),
        t('records.timestamp'),
        t('records.attempt'),
      ]}
      rows={records.map(record => ({
        key: String(record.number),
        cells: [
          <a
            key="number"
            href={pageHref(page, recordPath(view.environment, view.run.runId, record.number))}
            className="inline-block py-0.5"
          >
            {record.number}
          </a>,
          <Code key="boundary">{record.boundary}</Code>,
          <Code key="topic">{record.topic}</Code>,
          record.partition ?? '—',
          record.offset ?? '—',
          <Id key="key" id={record.key} />,
          <Id key="event" id={record.eventId} />,
          <Intent key="intent" page={page} view={view} record={record} />,
          <TimeOfDay key="time" time={record.time} />,
          record.attempt,
        ],
      }))}
    />
  )
}

const Id = ({ id }: { id: string | null }) => (id === null ? '—' : <Verbatim>{id}</Verbatim>)

function Intent({
  page,
  view,
  record,
}: Pick<RecordsTableProps, 'page' | 'view'> & { record: EvidenceRecord }) {
  const intent = intentOf(record)
  if (record.intentId === null || intent === null) return '—'
  const href = pageHref(page, chainPath(view.environment, view.run.runId, intent))
  const id = <Verbatim>{record.intentId}</Verbatim>
  return isServed(href) ? (
    <a href={href} className="inline-block py-0.5">
      {id}
    </a>
  ) : (
    id
  )
}

/** To the millisecond: the checks tell records apart by it. */
function TimeOfDay({ time }: { time: number }) {
  const iso = new Date(time).toISOString()
  return (
    <time dateTime={iso}>
      <Code>{iso}</Code>
    </time>
  )
}
