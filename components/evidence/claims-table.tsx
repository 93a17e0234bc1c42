import { useTranslations } from 'next-intl'
import { FindingMark } from '#components/evidence/finding-mark.tsx'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { Verbatim } from '#components/text/verbatim.tsx'
import type { ComparedClaim } from '#features/evidence/claim-rules.ts'

/** What a run claims beside what was recomputed from its records. */
export function ClaimsTable({ claims }: { claims: readonly ComparedClaim[] }) {
  const t = useTranslations('evidence.one')
  if (claims.length === 0) return <p className="mt-2">{t('noClaims')}</p>
  return (
    <FoldingTable
      label={t('claims')}
      columns={[t('claim'), t('claimed'), t('recomputed'), t('agreement')]}
      rows={claims.map(claim => ({
        key: claim.name,
        cells: [
          <Verbatim key="name">{claim.name}</Verbatim>,
          <Verbatim key="claimed">{JSON.stringify(claim.claimed)}</Verbatim>,
          claim.agrees === undefined ? (
            '—'
          ) : (
            <Verbatim key="recomputed">{JSON.stringify(claim.recomputed)}</Verbatim>
          ),
          <Agreement key="agreement" claim={claim} />,
        ],
      }))}
    />
  )
}

/** Whether a claim is borne out, by shape and word. */
export function Agreement({ claim: { agrees } }: { claim: ComparedClaim }) {
  const t = useTranslations('evidence.one')
  const [finding, word, colour] =
    agrees === undefined
      ? (['not-run', 'untold', 'text-muted'] as const)
      : agrees
        ? (['passed', 'agrees', 'text-done'] as const)
        : (['failed', 'differs', 'text-blocked'] as const)
  return (
    <span className={`inline-flex items-center gap-1.5 ${colour}`}>
      <FindingMark finding={finding} />
      {t(word)}
    </span>
  )
}
