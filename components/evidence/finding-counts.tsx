import { useTranslations } from 'next-intl'
import { FINDING_COLOUR, FindingMark } from '#components/evidence/finding-mark.tsx'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import type { FindingCounts as Counts } from '#features/evidence/trend-rules.ts'

/** How many checks came to each finding; findings that none came to are left out. */
export function FindingCounts({ counts }: { counts: Counts }) {
  const t = useTranslations()
  return (
    <ul className="inline-flex flex-wrap gap-x-4 align-top">
      {FINDINGS.filter(finding => counts[finding] > 0).map(finding => (
        <li key={finding} className={`inline-flex items-center gap-1.5 ${FINDING_COLOUR[finding]}`}>
          <FindingMark finding={finding} />
          {t('evidence.findingCount', { finding: t(`verdict.finding.${finding}`), count: counts[finding] })}
        </li>
      ))}
    </ul>
  )
}
