import { useFormatter, useTranslations } from 'next-intl'
import { VERDICT_COLOUR, VerdictMark } from '#components/evidence/verdict-mark.tsx'
import { Code } from '#components/text/code.tsx'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import type { WorkstreamEvidence } from '#features/evidence/verdict-model.ts'

/** What evidence says of a workstream in each environment, in a word; those of which it says the same on one line. */
export function EvidenceMarks({ evidence: { verdicts } }: { evidence: WorkstreamEvidence }) {
  const t = useTranslations('verdict')
  const format = useFormatter()
  const groups = Map.groupBy(ENVIRONMENTS, environment => {
    const { verdict, warnings } = verdicts[environment]
    return `${verdict} ${warnings}`
  })
  return (
    <ul>
      {[...groups.values()].map(environments => {
        const [first = 'dev'] = environments
        const { verdict, warnings } = verdicts[first]
        return (
          <li key={first} className="flex items-start gap-1.5">
            <span className="mt-[0.3em]">
              <VerdictMark verdict={verdict} />
            </span>
            <span className="xl:whitespace-nowrap">
              <span className={`font-semibold ${VERDICT_COLOUR[verdict]}`}>{t(`short.${verdict}`)}</span>{' '}
              {verdict !== 'none-required' && (
                <span className="text-muted">
                  {format.list(environments.map(each => <Code key={each}>{each}</Code>))}
                </span>
              )}{' '}
              {warnings > 0 && (
                <span className="text-muted">· {t('warningsShort', { count: warnings })}</span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
