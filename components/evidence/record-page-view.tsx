import { useTranslations } from 'next-intl'
import { Fact, FactList } from '#components/document/fact-list.tsx'
import { EvidenceTrail } from '#components/evidence/evidence-trail.tsx'
import { RecordsTable } from '#components/evidence/records-table.tsx'
import { RunLink } from '#components/evidence/run-link.tsx'
import { WithheldNotes } from '#components/evidence/withheld-notes.tsx'
import { queryText } from '#features/evidence/asked-filter-rules.ts'
import { intentOf } from '#features/evidence/event-rules.ts'
import { chainPath, filePath, recordPath, runPath } from '#features/evidence/evidence-address-rules.ts'
import { indentJson } from '#features/evidence/json-indent-rules.ts'
import type { PlacedRecord } from '#features/evidence/placed-record-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { withheldOfRecords } from '#features/evidence/withheld-evidence-rules.ts'
import { isServed, type PageContext, pageHref } from '#features/portal/page-model.ts'

interface RecordPageViewProps {
  readonly page: PageContext
  readonly view: RunView
  readonly found: PlacedRecord
}

/** One record of a run: its place, what it is found by, and the whole line. */
export function RecordPageView({ page, view, found }: RecordPageViewProps) {
  const t = useTranslations('evidence.record')
  const { sight, record, line, file, lineNumber } = found
  const place = t('line', { file, line: lineNumber })
  const day = page.asOf.isToday ? '' : `?asOf=${page.asOf.day}`
  return (
    <>
      <EvidenceTrail page={page} view={view} />
      <h1 className="text-title">{t('title', { number: String(record.number) })}</h1>
      <section aria-label={t('place')} className="mt-5">
        <FactList>
          <Fact name={t('of')}>
            <RunLink page={page} view={view} />
          </Fact>
          <Fact name={t('place')}>
            {sight === 'whole' ? (
              <a
                href={filePath(view.environment, view.run.runId, file) + day}
                download
                className="inline-block py-0.5"
              >
                {place}
              </a>
            ) : (
              place
            )}
          </Fact>
        </FactList>
      </section>
      <div className="mt-6">
        <RecordsTable page={page} view={view} records={[record]} />
      </div>
      <Ways page={page} view={view} found={found} />
      <section aria-labelledby="json" className="mt-8">
        <h2 id="json" className="text-section">
          {t('json')}
        </h2>
        {sight === 'whole' && <p className="mt-1 max-w-prose text-small text-muted">{t('jsonNote')}</p>}
        <WithheldNotes withheld={withheldOfRecords(1, sight)} />
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1)
          tabIndex={0}
          lang="en"
          translate="no"
          dir="ltr"
          className="mt-3 overflow-x-auto border border-line bg-raised p-4 whitespace-pre-wrap"
        >
          <code>{indentJson(line)}</code>
        </pre>
      </section>
    </>
  )
}

/** To the records beside it, to the chain of its intent, to all records of its event. */
function Ways({ page, view, found: { record } }: RecordPageViewProps) {
  const t = useTranslations('evidence.record')
  const { number, eventId } = record
  const intent = intentOf(record)
  const ways = [
    ...(number > 1
      ? [{ way: 'previous', path: recordPath(view.environment, view.run.runId, number - 1) } as const]
      : []),
    ...(number < view.records
      ? [{ way: 'next', path: recordPath(view.environment, view.run.runId, number + 1) } as const]
      : []),
    ...(intent === null
      ? []
      : [
          {
            way: 'intent',
            path: chainPath(view.environment, view.run.runId, intent),
          } as const,
        ]),
    ...(eventId === null
      ? []
      : [
          {
            way: 'event',
            path: `${runPath(view.environment, view.run.runId)}${queryText({ event: eventId })}#records`,
          } as const,
        ]),
  ] as const
  return (
    <ul className="mt-3 flex flex-wrap gap-x-6 print:hidden">
      {ways
        .map(({ way, path }) => ({ way, href: pageHref(page, path) }))
        .filter(({ href }) => isServed(href))
        .map(({ way, href }) => (
          <li key={way}>
            <a href={href} className="inline-block py-1">
              {t(way)}
            </a>
          </li>
        ))}
    </ul>
  )
}
