import { useTranslations } from 'next-intl'
import { useWording } from '#components/text/wording.ts'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { groupReasons } from '#features/checklist/reason-groups-rules.ts'
import { listed } from '#features/localization/join-rules.ts'

/** What is missing for the verdict "ready", one sentence a kind and environment. */
export function Reasons({ checklist: { readiness, document } }: { checklist: ChecklistView }) {
  const t = useTranslations('readiness.reasons')
  const wording = useWording()
  if (readiness.ready) return null
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons" className="text-section">
        {t('title')}
      </h2>
      <ul className="mt-3 list-disc space-y-1 ps-5">
        {groupReasons(readiness.reasons).map(({ code, environment, numbers }) => (
          <li key={`${code} ${environment}`}>
            {t(code, {
              count: numbers.length,
              numbers: listed(numbers, wording),
              environment: environment ?? '',
              days: document.reviewOverdueDays,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
