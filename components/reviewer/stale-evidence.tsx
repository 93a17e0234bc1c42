import { useFormatter, useTranslations } from 'next-intl'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { RunLink } from '#components/evidence/run-link.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import { useWording } from '#components/text/wording.ts'
import { dayInTbilisi, daysBetween } from '#features/checklist/calendar-rules.ts'
import { listed } from '#features/localization/join-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import { shortCommit } from '#features/reviewer/short-commit-rules.ts'
import type { StaleRun } from '#features/reviewer/stale-evidence-rules.ts'

/** The runs that count for workstreams though they are old, or of other code than the newest one. */
export function StaleEvidence({ page, stale }: { page: PageContext; stale: readonly StaleRun[] }) {
  const t = useTranslations()
  const format = useFormatter()
  const wording = useWording()
  return (
    <section aria-labelledby="stale" className="mt-8">
      <h3 id="stale" className="font-semibold">
        {t('reviewer.stale')}
      </h3>
      {stale.length === 0 ? (
        <p className="mt-2 max-w-prose">{t('reviewer.noStale')}</p>
      ) : (
        <>
          <p className="mt-1 mb-2 max-w-prose text-small text-muted">{t('reviewer.staleLead')}</p>
          <FoldingTable
            label={t('reviewer.stale')}
            columns={[
              t('evidence.run'),
              t('evidence.environment'),
              t('reviewer.why'),
              t('reviewer.checks'),
              t('reviewer.rests'),
            ]}
            rows={stale.map(found => ({
              key: found.run.run.runId,
              cells: [
                <RunLink key="run" page={page} view={found.run} />,
                <Code key="environment">{found.run.environment}</Code>,
                <Why key="why" page={page} found={found} />,
                format.number(found.checks.length),
                listed(found.workstreams, wording),
              ],
            }))}
          />
        </>
      )}
    </section>
  )
}

function Why({ page, found }: { page: PageContext; found: StaleRun }) {
  const t = useTranslations('reviewer')
  const wording = useWording()
  const { run, tooOldFor, since, newer } = found
  const day = dayInTbilisi(since)
  return (
    <>
      {tooOldFor.length > 0 && (
        <span className="md:block print:block">
          <DayText day={day} />
          {' · '}
          {t('tooOld', { days: daysBetween(day, page.asOf.day), numbers: listed(tooOldFor, wording) })}
        </span>
      )}{' '}
      {newer && (
        <span className="md:block print:block">
          {t('otherCommit', {
            commit: shortCommit(run.run.subject.commit),
            newest: shortCommit(newer.run.subject.commit),
          })}{' '}
          <RunLink page={page} view={newer} />
        </span>
      )}
    </>
  )
}
