import { useTranslations } from 'next-intl'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'

/** Where a run says of itself that all is well and a check failed: said before anything else. */
export function Contradiction({ view }: { view: RunView }) {
  const t = useTranslations()
  const failed = CHECK_CODES.filter(check => view.judgements.get(check)?.finding === 'failed')
  if (view.run.claims['ok'] !== true || failed.length === 0) return null
  return (
    <div className="mt-4 border-s-4 border-blocked ps-3">
      <p className="font-semibold">{t('evidence.one.contradiction', { count: failed.length })}</p>
      <ul className="flex flex-wrap gap-x-5">
        {failed.map(check => (
          <li key={check}>
            <a href={`#${check}`} className="inline-block py-0.5">
              {t(`verdict.check.${check}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
