import { useFormatter, useTranslations } from 'next-intl'
import type { DocumentHead } from '#features/document/document-view-model.ts'

/** Names the required metadata that a document lacks; nothing where it is complete. */
export function MissingMetadata({ document }: { document: DocumentHead }) {
  const t = useTranslations('document')
  const format = useFormatter()
  if (document.missingMetadata.length === 0) return null
  const names = format.list(document.missingMetadata.map(name => t(`missingName.${name}`)))
  return <p className="font-semibold text-progress">{t('missing', { names })}</p>
}
