import { useFormatter, useTranslations } from 'next-intl'
import { Fact, FactList } from '#components/document/fact-list.tsx'
import { Code } from '#components/text/code.tsx'
import { MomentText } from '#components/text/moment.tsx'
import { Verbatim } from '#components/text/verbatim.tsx'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import type { Run } from '#features/evidence/run-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface RunFactsProps {
  readonly page: PageContext
  readonly view: RunView
  /** The runs that it replays or that replay it. */
  readonly related: readonly RunView[]
}

/** What a run says it was. */
export function RunFacts({ page, view, related }: RunFactsProps) {
  const t = useTranslations('evidence')
  const format = useFormatter()
  const { run } = view
  return (
    <section aria-label={t('one.facts')} className="mt-5">
      <FactList>
        <Fact name={t('environment')}>
          <Code>{view.environment}</Code>
        </Fact>
        <Fact name={t('kind')}>
          <Code>{run.kind}</Code>
        </Fact>
        <Fact name={t('runs.records')}>{format.number(view.records)}</Fact>
        <Fact name={t('one.started')}>
          <MomentText instant={view.startedAt} />
        </Fact>
        <Fact name={t('one.finished')}>
          <MomentText instant={view.finishedAt} />
        </Fact>
        <Fact name={t('one.ingested')}>
          <MomentText instant={view.ingestedAt} />
        </Fact>
        <Fact name={t('one.repository')}>
          <Verbatim>{run.subject.repository}</Verbatim>
        </Fact>
        <Fact name={t('one.commit')}>
          <Verbatim>{run.subject.commit}</Verbatim>
        </Fact>
        <Fact name={t('one.command')}>
          <Verbatim>{run.command}</Verbatim>
        </Fact>
        <Fact name={t('one.broker')}>
          <Broker broker={run.broker} />
        </Fact>
        <Fact name={t('one.policy')}>
          <Policy policy={run.policy} />
        </Fact>
        <Fact name={t('one.boundaries')}>
          {format.list(run.boundaries.map(boundary => <Code key={boundary}>{boundary}</Code>))}
        </Fact>
        <Fact name={t('one.controlled')}>
          {run.controlledFailureTopic === null ? (
            t('one.notControlled')
          ) : (
            <Code>{run.controlledFailureTopic}</Code>
          )}
        </Fact>
        <Fact name={t('one.replays')}>
          <Replays page={page} run={run} related={related} />
        </Fact>
        <Fact name={t('one.hash')}>
          <Verbatim>{view.hash}</Verbatim>
        </Fact>
      </FactList>
    </section>
  )
}

function Broker({ broker }: Pick<Run, 'broker'>) {
  const t = useTranslations('evidence.one')
  if (!broker) return t('noBroker')
  const partitions = Object.entries(broker.partitions)
  return (
    <>
      <Verbatim>{`${broker.kind} ${broker.version}`}</Verbatim>
      {partitions.length > 0 && (
        <ul className="text-small">
          {partitions.map(([topic, count]) => (
            <li key={topic}>{t('partitions', { topic, count })}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Policy({ policy }: Pick<Run, 'policy'>) {
  const t = useTranslations('evidence.one')
  if (!policy) return t('noPolicy')
  const { maxAttempts, timeoutMs, backoff } = policy
  return (
    <p className="text-small">
      {t('policyWords', {
        attempts: maxAttempts,
        timeout: timeoutMs,
        initial: backoff.initialMs,
        multiplier: backoff.multiplier,
        max: backoff.maxMs,
        jitter: backoff.jitter,
      })}
    </p>
  )
}

function Replays({ page, run, related }: { page: PageContext; run: Run; related: readonly RunView[] }) {
  const t = useTranslations('evidence.one')
  if (run.replays.length === 0) return t('noReplays')
  return (
    <ul>
      {run.replays.map(({ runId, sha256 }) => {
        const known = related.find(({ hash }) => hash === sha256)
        return (
          <li key={sha256}>
            {known ? (
              <a
                href={pageHref(page, runPath(known.environment, known.run.runId))}
                className="inline-block py-0.5"
              >
                <Code>{runId}</Code>
              </a>
            ) : (
              <Code>{runId}</Code>
            )}
          </li>
        )
      })}
    </ul>
  )
}
