import { useTranslations } from 'next-intl'
import { CheckName } from '#components/evidence/check-name.tsx'
import { FindingWord } from '#components/evidence/finding-word.tsx'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { RunLink } from '#components/evidence/run-link.tsx'
import type { JudgedBy } from '#features/evidence/comparison-rules.ts'
import { CHANGES, type Change, type Comparison } from '#features/evidence/comparison-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** A change as a sign before its word; never by colour alone. */
const SIGN: Record<Change, { readonly sign: string; readonly colour: string }> = {
  regressed: { sign: '↓', colour: 'text-blocked' },
  'not-run': { sign: '−', colour: 'text-progress' },
  new: { sign: '+', colour: 'text-accent' },
  fixed: { sign: '↑', colour: 'text-done' },
  same: { sign: '=', colour: 'text-muted' },
}

/** What became of every check, what got worse first. */
export function ComparedChecks({ page, comparison }: { page: PageContext; comparison: Comparison }) {
  const t = useTranslations('evidence')
  const { a, b, checks } = comparison
  return (
    <FoldingTable
      label={t('compare.checks')}
      columns={[
        t('check'),
        t('compare.change'),
        ...(a.name === b.name ? [t('compare.a'), t('compare.b')] : [a.name, b.name]),
      ]}
      rows={checks
        .toSorted((one, other) => CHANGES.indexOf(one.change) - CHANGES.indexOf(other.change))
        .map(({ check, change, a: ofA, b: ofB }) => ({
          key: check,
          cells: [
            <CheckName key="check" check={check} />,
            <span key="change" className={`font-semibold ${SIGN[change].colour}`}>
              <span aria-hidden="true">{SIGN[change].sign}</span> {t(`compare.changes.${change}`)}
            </span>,
            <Side key="a" page={page} judged={ofA} />,
            <Side key="b" page={page} judged={ofB} />,
          ],
        }))}
    />
  )
}

function Side({ page, judged }: { page: PageContext; judged: JudgedBy | null }) {
  if (!judged) return <FindingWord finding="not-run" />
  return (
    <>
      <FindingWord finding={judged.judgement.finding} />{' '}
      <span className="text-small">
        <RunLink page={page} view={judged.view} />
      </span>
    </>
  )
}
