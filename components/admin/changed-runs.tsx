import { useTranslations } from 'next-intl'
import { Code } from '#components/text/code.tsx'
import { Named } from '#components/text/named.tsx'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import type { ListOf, RunName } from '#features/portal/ingest-changes-model.ts'
import type { IngestPage } from '#features/portal/ingest-step-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface ChangedRunsProps {
  readonly page: PageContext
  readonly kind: 'came' | 'judged' | 'gone'
  readonly runs: ListOf<RunName>
  readonly shown: IngestPage['shownRuns']
}

/** Runs that an ingest took in, judged anew or took away; those that are shown no more lead nowhere. */
export function ChangedRuns({ page, kind, runs: { total, named }, shown }: ChangedRunsProps) {
  const t = useTranslations('admin.ingests.changes')
  return (
    <li>
      <Named>{t(`runs.${kind}`)}</Named>
      <ul>
        {named.map(({ environment, runId }) => {
          const name = <Code>{`${environment}/${runId}`}</Code>
          return (
            <li key={runId}>
              {shown.has(runId) ? (
                <a href={pageHref(page, runPath(environment, runId))} className="inline-block py-0.5">
                  {name}
                </a>
              ) : (
                name
              )}
            </li>
          )
        })}
        {total > named.length && (
          <li className="text-muted">{t('moreRuns', { count: total - named.length })}</li>
        )}
      </ul>
    </li>
  )
}
