import { useTranslations } from 'next-intl'
import { ChangesSince } from '#components/reviewer/changes-since.tsx'
import { ComparedPair } from '#components/reviewer/compared-pair.tsx'
import { Contradictions } from '#components/reviewer/contradictions.tsx'
import { Gates } from '#components/reviewer/gates.tsx'
import { StaleEvidence } from '#components/reviewer/stale-evidence.tsx'
import type { PageContext } from '#features/portal/page-model.ts'
import type { ReviewerPart as Part } from '#features/reviewer/reviewer-part-model.ts'

/** What a reviewer comes for: the way to production, and what to look at before deciding. */
export function ReviewerPart({ page, part }: { page: PageContext; part: Part }) {
  const t = useTranslations('reviewer')
  const { checklist } = part
  return (
    <section
      aria-labelledby="reviewer"
      className="mt-3 mb-6 border-y-2 border-ink py-4 print:mb-3 print:py-2"
    >
      <h2 id="reviewer" className="text-section">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-prose text-small text-muted">{t('lead')}</p>
      <Gates page={page} checklist={checklist} gates={part.gates} />
      <Contradictions page={page} checklist={checklist} workstreams={part.workstreams} runs={part.runs} />
      <StaleEvidence page={page} stale={part.stale} />
      <div className="gap-x-10 md:grid md:grid-cols-2 print:grid print:grid-cols-2">
        <ChangesSince page={page} changes={part.changes} />
        <ComparedPair page={page} pair={part.pair} />
      </div>
    </section>
  )
}
