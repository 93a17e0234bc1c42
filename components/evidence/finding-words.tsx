import { useFormatter, useTranslations } from 'next-intl'
import { FINDING_COLOUR, FindingMark } from '#components/evidence/finding-mark.tsx'
import { VerdictMark } from '#components/evidence/verdict-mark.tsx'
import { Code } from '#components/text/code.tsx'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { HeldFinding } from '#features/evidence/verdict-model.ts'

/** A finding by shape and word, with the environments in which it was found. */
export function FindingWords(props: {
  found: HeldFinding
  /** Its own and others of which the same is to be said. */
  environments?: readonly Environment[]
}) {
  const t = useTranslations('verdict')
  const format = useFormatter()
  const { finding, isStale, environment } = props.found
  const { environments = [environment] } = props
  return (
    <span className="inline-flex items-start gap-1.5">
      <span className="mt-[0.3em]">
        <FindingMark finding={finding} />
      </span>
      <span>
        <span className="text-muted">
          {format.list(environments.map(each => <Code key={each}>{each}</Code>))}
        </span>{' '}
        <span className={`font-semibold ${FINDING_COLOUR[finding]}`}>{t(`finding.${finding}`)}</span>
        {isStale && (
          <>
            {' · '}
            <span className="inline-block align-[-0.1em]">
              <VerdictMark verdict="stale" />
            </span>{' '}
            <span className="font-semibold text-progress">{t('short.stale')}</span>
          </>
        )}
      </span>
    </span>
  )
}
