import { useTranslations } from 'next-intl'
import { FindingWords } from '#components/evidence/finding-words.tsx'
import { Witnesses } from '#components/evidence/witnesses.tsx'
import { Code } from '#components/text/code.tsx'
import { MomentText } from '#components/text/moment.tsx'
import { Named } from '#components/text/named.tsx'
import { Verbatim } from '#components/text/verbatim.tsx'
import type { CheckCode } from '#features/evidence/check-code-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import type { HeldFinding } from '#features/evidence/verdict-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface CheckDetailsProps {
  readonly page: PageContext
  readonly check: CheckCode
  readonly findings: readonly HeldFinding[]
  /** How old a run may be that counts, in days. */
  readonly freshness: number
  /** Where runs took place, by their ids. */
  readonly environments: ReadonlyMap<string, Environment>
}

/** What a check found in every environment, and what that rests on. */
export function CheckDetails({ check, findings, ...props }: CheckDetailsProps) {
  const t = useTranslations('verdict')
  const own = findings.filter(found => found.check === check)
  const unseen = own.filter(({ source }) => source === null)
  const [first] = unseen
  return (
    <section aria-labelledby={`check-${check}`} className="border-t border-line py-3">
      <h4 id={`check-${check}`} className="font-semibold">
        {t(`check.${check}`)}{' '}
        <span className="font-normal text-muted">
          <Code>{check}</Code>
        </span>
      </h4>
      {own.map(
        found =>
          found.source && (
            <SourcedFinding key={found.environment} found={found} {...props} {...found.source} />
          ),
      )}
      {first && (
        <p className="mt-2 text-small">
          <FindingWords found={first} environments={unseen.map(({ environment }) => environment)} />
          {' · '}
          {t('noRun')}
        </p>
      )}
    </section>
  )
}

type SourcedFindingProps = Omit<CheckDetailsProps, 'check' | 'findings'> &
  NonNullable<HeldFinding['source']> & { readonly found: HeldFinding }

function SourcedFinding({ page, found, run, judgement, freshness, environments }: SourcedFindingProps) {
  const t = useTranslations('verdict')
  const { runId, subject } = run.run
  const isJudged = found.finding !== 'not-run'
  return (
    <div className="mt-2 text-small">
      <p>
        <FindingWords found={found} />
        {found.isStale && <> · {t('staleNote', { days: freshness })}</>}
        {judgement.cause && <> · {t(`cause.${judgement.cause}`)}</>}
      </p>
      <dl className="grid gap-x-8 ps-6 sm:grid-cols-2">
        <Detail name={t(isJudged ? 'run' : 'silent')}>
          <a href={pageHref(page, runPath(run.environment, runId))}>
            <Code>{runId}</Code>
          </a>
        </Detail>
        <Detail name={t('subject')}>
          <Verbatim>{subject.repository}</Verbatim> <Verbatim>{subject.commit}</Verbatim>
        </Detail>
        <Detail name={t('ran')}>
          <MomentText instant={run.finishedAt} />
        </Detail>
        <Detail name={t('ingested')}>
          <MomentText instant={run.ingestedAt} />
        </Detail>
      </dl>
      {isJudged && (
        <div className="ps-6">
          <p>{t('judged', { ...judgement })}</p>
          <Witnesses page={page} judgement={judgement} runId={runId} environments={environments} />
        </div>
      )}
    </div>
  )
}

function Detail({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="inline text-muted">
        <Named>{name}</Named>
      </dt>{' '}
      <dd className="inline">{children}</dd>
    </div>
  )
}
