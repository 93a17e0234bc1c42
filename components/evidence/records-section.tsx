import { useTranslations } from 'next-intl'
import { ChainSection } from '#components/evidence/chain-section.tsx'
import { RecordFilterForm } from '#components/evidence/record-filter-form.tsx'
import { RecordsTable } from '#components/evidence/records-table.tsx'
import { WithheldNotes } from '#components/evidence/withheld-notes.tsx'
import { queryText } from '#features/evidence/asked-filter-rules.ts'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import { MAX_CSV_RECORDS } from '#features/evidence/limits-model.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { ShownRecords } from '#features/evidence/shown-records-model.ts'
import { unshownRecords, withheldOfRun } from '#features/evidence/withheld-evidence-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface RecordsSectionProps {
  readonly page: PageContext
  readonly view: RunView
  readonly shown: ShownRecords
}

/** The records of a run, as far as the reader sees them, and how many they do not see. */
export function RecordsSection({ page, view, shown }: RecordsSectionProps) {
  const t = useTranslations('evidence.records')
  return (
    <section aria-labelledby="records" className="mt-12 print:mt-6">
      <h2 id="records" className="text-section">
        {t('title')}
      </h2>
      <WithheldNotes withheld={withheldOfRun(view, sightOn(page)).filter(({ what }) => what !== 'files')} />
      {sightOn(page) !== 'none' && <SeenRecords page={page} view={view} shown={shown} />}
    </section>
  )
}

/** Those that a filter leaves, a page of them, and the chain of the intent that is asked for. */
function SeenRecords({ page, view, shown }: RecordsSectionProps) {
  const t = useTranslations('evidence.records')
  const { filter, after, lanes, records, next, count, chain, unshown } = shown
  const href = (from: number | null) =>
    pageHref(
      page,
      `${runPath(view.environment, view.run.runId)}${queryText({ ...filter, after: from })}#records`,
    )
  return (
    <>
      {count !== null && <p className="mt-1 text-small text-muted">{t('count', { count })}</p>}
      <RecordFilterForm page={page} view={view} lanes={lanes} filter={filter} />
      {chain && <ChainSection page={page} chain={chain} />}
      <div className="mt-6">
        {records.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <RecordsTable page={page} view={view} records={records} />
        )}
        <WithheldNotes withheld={unshownRecords(unshown)} />
      </div>
      <p className="mt-3 flex flex-wrap gap-x-6 print:hidden">
        {after > 0 && (
          <a href={href(null)} className="inline-block py-1">
            {t('first')}
          </a>
        )}
        {next !== null && (
          <a href={href(next)} rel="next" className="inline-block py-1">
            {t('next')}
          </a>
        )}
      </p>
      <p className="mt-2 max-w-prose text-small text-muted print:hidden">
        {t('bounded', { count: MAX_CSV_RECORDS })}
      </p>
    </>
  )
}
