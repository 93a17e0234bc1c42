import { useTranslations } from 'next-intl'
import { FINDING_COLOUR, FindingMark } from '#components/evidence/finding-mark.tsx'
import type { Finding } from '#features/evidence/finding-model.ts'

/** A finding by shape and word. */
export function FindingWord({ finding }: { finding: Finding }) {
  const t = useTranslations('verdict.finding')
  return (
    <span className="inline-flex items-start gap-1.5">
      <span className="mt-[0.3em]">
        <FindingMark finding={finding} />
      </span>
      <span className={`font-semibold ${FINDING_COLOUR[finding]}`}>{t(finding)}</span>
    </span>
  )
}
