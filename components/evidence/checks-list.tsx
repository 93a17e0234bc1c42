import { useTranslations } from 'next-intl'
import { CheckName } from '#components/evidence/check-name.tsx'
import { FindingWord } from '#components/evidence/finding-word.tsx'
import { Witnesses } from '#components/evidence/witnesses.tsx'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface ChecksListProps {
  readonly page: PageContext
  readonly view: RunView
  /** Every run that may be named by what decided a finding. */
  readonly runs: readonly RunView[]
}

/** Every check that looked at a run: what it found, how much it looked at, and what decided it. */
export function ChecksList({ page, view, runs }: ChecksListProps) {
  const t = useTranslations()
  const environments = new Map(runs.map(({ run, environment }) => [run.runId, environment]))
  return (
    <ul className="mt-2">
      {CHECK_CODES.flatMap(check => {
        const judgement = view.judgements.get(check)
        if (!judgement) return []
        const { finding, cause, judged, failed, warned, witnesses } = judgement
        return (
          <li
            key={check}
            id={check}
            className="break-inside-avoid border-t border-line py-3 md:grid md:grid-cols-[2fr_3fr] md:gap-x-8 print:grid print:grid-cols-[2fr_3fr] print:py-1.5"
          >
            <h3 className="font-semibold">
              <CheckName check={check} />
            </h3>
            <div>
              <p>
                <FindingWord finding={finding} />
              </p>
              <p className="text-small text-muted">
                {cause ? t(`verdict.cause.${cause}`) : t('evidence.one.counts', { judged, failed, warned })}
              </p>
              {witnesses.length > 0 && (
                <details open={finding === 'failed'} className="mt-1 text-small">
                  <summary className="w-fit cursor-pointer py-1">{t('evidence.one.witnesses')}</summary>
                  <Witnesses
                    page={page}
                    runId={view.run.runId}
                    judgement={judgement}
                    environments={environments}
                  />
                  {judged > witnesses.length && <p className="text-muted">{t('evidence.one.more')}</p>}
                </details>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
