import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Code } from '#components/text/code.tsx'
import { Named } from '#components/text/named.tsx'
import { Verbatim } from '#components/text/verbatim.tsx'
import type { Environment } from '#features/evidence/environment-model.ts'
import { recordPath, runPath } from '#features/evidence/evidence-address-rules.ts'
import type { Judgement, Witness } from '#features/evidence/finding-model.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import { distinctWitnesses } from '#features/evidence/witness-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface WitnessesProps {
  readonly page: PageContext
  readonly judgement: Judgement
  /** The run that was judged: of its own records its id is not said again. */
  readonly runId: string
  /** Where runs took place, by their ids. */
  readonly environments: ReadonlyMap<string, Environment>
}

/** What decided a finding: records, each with what is wrong with it and the words of the run that say so. */
export function Witnesses({ judgement, ...props }: WitnessesProps) {
  const t = useTranslations('verdict')
  const withheld = useTranslations('evidenceWithheld')
  const witnesses = distinctWitnesses(judgement)
  if (witnesses.length === 0) return null
  if (judgement.finding === 'passed')
    return (
      <p>
        <span className="text-muted">
          <Named>{t('looked')}</Named>
        </span>{' '}
        {witnesses.map((witness, index) => (
          <Fragment key={JSON.stringify(witness)}>
            {index > 0 && ' · '}
            <WitnessPlace witness={witness} {...props} />
          </Fragment>
        ))}
      </p>
    )
  return (
    <div>
      <p className="text-muted">{t('deciding')}</p>
      <ul className="list-disc ps-5">
        {witnesses.map(witness => (
          <li key={JSON.stringify(witness)}>
            <WitnessPlace witness={witness} {...props} />
            {witness.reason && <> · {t(`reason.${witness.reason}`)}</>}
            {witness.detail !== null && (
              <>
                {' '}
                <Verbatim>{witness.detail}</Verbatim>
              </>
            )}
            {witness.isWithheld && <> {withheld('detail')}</>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function WitnessPlace({
  page,
  witness,
  runId,
  environments,
}: Omit<WitnessesProps, 'judgement'> & { witness: Witness }) {
  const t = useTranslations('verdict')
  const { record } = witness
  // Of a run that is not shown there is no page.
  const environment = environments.get(witness.runId)
  const words = record === null ? t('ofRun') : t('record', { number: String(record) })
  // Of a record that the reader does not see there is none either.
  const isLinked = environment && (record === null || sightOn(page) !== 'none')
  const path =
    isLinked &&
    (record === null ? runPath(environment, witness.runId) : recordPath(environment, witness.runId, record))
  return (
    <>
      {path ? <a href={pageHref(page, path)}>{words}</a> : words}
      {witness.runId !== runId && (
        <>
          {' '}
          (<Code>{witness.runId}</Code>)
        </>
      )}
    </>
  )
}
