import { useTranslations } from 'next-intl'
import { Agreement } from '#components/evidence/claims-table.tsx'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { Verbatim } from '#components/text/verbatim.tsx'
import type { ComparedClaim } from '#features/evidence/claim-rules.ts'
import type { Comparison } from '#features/evidence/comparison-rules.ts'

/** Where two runs differ in what ought to be alike, and what each claims. */
export function ComparedRuns({ comparison: { runs, aspects, claims } }: { comparison: Comparison }) {
  const t = useTranslations('evidence.compare')
  const one = useTranslations('evidence.one')
  if (!runs) return <p className="mt-2 max-w-prose">{t('noPair')}</p>
  const [a, b] = [runs.a.run.runId, runs.b.run.runId]
  const names = a === b ? [t('a'), t('b')] : [a, b]
  return (
    <>
      <p className="mt-1 mb-2 text-small text-muted wrap-anywhere">{t('pair', { a, b })}</p>
      {aspects.length === 0 ? (
        <p>{t('alike')}</p>
      ) : (
        <FoldingTable
          label={t('profile')}
          columns={[t('aspect'), ...names.map(side => t('only', { side }))]}
          rows={aspects.map(({ aspect, onlyA, onlyB }) => ({
            key: aspect,
            cells: [t(`aspects.${aspect}`), <Items key="a" items={onlyA} />, <Items key="b" items={onlyB} />],
          }))}
        />
      )}
      {claims.length > 0 && (
        <>
          <h3 className="mt-8 mb-2 font-semibold">{t('claims')}</h3>
          <FoldingTable
            label={t('claims')}
            columns={[one('claim'), ...names]}
            rows={claims.map(claim => ({
              key: claim.name,
              cells: [
                <Verbatim key="name">{claim.name}</Verbatim>,
                <Claimed key="a" claim={claim.a} />,
                <Claimed key="b" claim={claim.b} />,
              ],
            }))}
          />
        </>
      )}
    </>
  )
}

function Items({ items }: { items: readonly string[] }) {
  const t = useTranslations('evidence.compare')
  if (items.length === 0) return t('nothing')
  return (
    <ul className="md:inline-block">
      {items.map(item => (
        <li key={item}>
          <Verbatim>{item}</Verbatim>
        </li>
      ))}
    </ul>
  )
}

function Claimed({ claim }: { claim: ComparedClaim | undefined }) {
  const t = useTranslations('evidence.compare')
  if (!claim) return t('notClaimed')
  return (
    <>
      <Verbatim>{JSON.stringify(claim.claimed)}</Verbatim>{' '}
      <span className="text-small">
        <Agreement claim={claim} />
      </span>
    </>
  )
}
