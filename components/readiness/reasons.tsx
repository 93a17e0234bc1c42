import { useTranslations } from 'next-intl'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'

/** What is missing for the verdict "ready", one sentence a kind. */
export function Reasons({ checklist: { readiness, document } }: { checklist: ChecklistView }) {
  const t = useTranslations('readiness.reasons')
  const undone = readiness.reasons
    .filter(reason => reason.code === 'not-done')
    .map(reason => reason.workstream)
  const codes = new Set(readiness.reasons.map(reason => reason.code))
  if (readiness.ready) return null
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons" className="text-section">
        {t('title')}
      </h2>
      <ul className="mt-3 list-disc space-y-1 ps-5">
        {undone.length > 0 && <li>{t('not-done', { count: undone.length, numbers: undone.join(', ') })}</li>}
        {codes.has('review-overdue') && <li>{t('review-overdue', { days: document.reviewOverdueDays })}</li>}
        {codes.has('evidence-not-judged') && <li>{t('evidence-not-judged')}</li>}
      </ul>
    </section>
  )
}
