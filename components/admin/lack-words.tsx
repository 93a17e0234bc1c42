import { useTranslations } from 'next-intl'
import { nameOf } from '#components/text/language-name.ts'
import { Named } from '#components/text/named.tsx'
import { useWording } from '#components/text/wording.ts'
import { capitalized, clauses, listed } from '#features/localization/join-rules.ts'
import type { Translation } from '#features/localization/translation-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'
import type { Lack, Neglected } from '#features/upkeep/upkeep-model.ts'

/** What of one thing a document lacks. */
export function LackWords({ page, lack, of }: { page: PageContext; lack: Lack; of: Neglected }) {
  const t = useTranslations()
  const wording = useWording()
  const { missingMetadata, reviewOverdueDays, category } = of.document
  if (lack === 'drift')
    return (
      <ul>
        {of.drifted.map(translation => (
          <li key={translation.locale}>
            <Named>{capitalized(nameOf(translation.locale, page.locale), page.locale)}</Named>{' '}
            <Drift translation={translation} />
          </li>
        ))}
      </ul>
    )
  if (lack === 'missing')
    return (
      <p>
        {capitalized(
          listed(
            missingMetadata.map(name => t(`document.missingName.${name}`)),
            wording,
          ),
          page.locale,
        )}
      </p>
    )
  if (lack === 'review') return <p>{t('document.reviewOverdue', { days: reviewOverdueDays })}</p>
  return <p>{t('admin.approval', { roles: listed(category.approvalAuthority, wording) })}</p>
}

/** What can be said against a translation, the worst first. */
const FAULTS = ['missing', 'behind', 'unpaired', 'unsaid'] as const

function Drift({ translation: { counts } }: { translation: Translation }) {
  const t = useTranslations('admin.state')
  const wording = useWording()
  const faults = FAULTS.filter(fault => counts[fault] > 0)
  return clauses(
    faults.map(fault => t(fault, { count: counts[fault] })),
    wording,
  )
}
