import { useTranslations } from 'next-intl'
import { CheckName } from '#components/evidence/check-name.tsx'
import { RunLink } from '#components/evidence/run-link.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Code } from '#components/text/code.tsx'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import type { ContradictedRun, ContradictedWorkstream } from '#features/reviewer/contradiction-model.ts'

interface ContradictionsProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly workstreams: readonly ContradictedWorkstream[]
  readonly runs: readonly ContradictedRun[]
}

const ITEM = 'break-inside-avoid border-t border-line py-2'

/** Where what owners and runs say of themselves and what the checks found do not agree. */
export function Contradictions({ page, checklist, workstreams, runs }: ContradictionsProps) {
  const t = useTranslations('reviewer')
  return (
    <section aria-labelledby="contradictions" className="mt-8">
      <h3 id="contradictions" className="font-semibold">
        {t('contradictions')}
      </h3>
      {workstreams.length + runs.length === 0 && <p className="mt-2 max-w-prose">{t('noContradictions')}</p>}
      {workstreams.length > 0 && (
        <>
          <h4 className="mt-3 text-small text-muted">{t('contradicted')}</h4>
          <ul className="mt-1">
            {workstreams.map(found => (
              <li key={`${found.workstream.number} ${found.environment}`} className={ITEM}>
                <Contradicted page={page} checklist={checklist} found={found} />
              </li>
            ))}
          </ul>
        </>
      )}
      {runs.length > 0 && (
        <>
          <h4 className="mt-3 text-small text-muted">{t('boasting')}</h4>
          <ul className="mt-1">
            {runs.map(({ run, failed }) => (
              <li key={run.run.runId} className={ITEM}>
                <Code>{run.environment}</Code> <RunLink page={page} view={run} />
                <span className="block text-small">
                  {run.run.claims['ok'] === true
                    ? t('claimsOk', { count: failed.length })
                    : t('claimsDiffer', { count: failed.length })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface ContradictedProps extends Pick<ContradictionsProps, 'page' | 'checklist'> {
  readonly found: ContradictedWorkstream
}

function Contradicted({ page, checklist, found }: ContradictedProps) {
  const t = useTranslations('reviewer')
  const { workstream, environment, isRequired, failed } = found
  return (
    <>
      <p className="flex flex-wrap items-start gap-x-3">
        <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
        <StatusWord status={workstream.status} />
        <Code>{environment}</Code>
      </p>
      {!isRequired && <p className="text-small text-muted">{t('notRequired')}</p>}
      <ul className="text-small">
        {failed.map(({ check, run }) => (
          <li key={check}>
            <CheckName check={check} /> · <RunLink page={page} view={run} />
          </li>
        ))}
      </ul>
    </>
  )
}
