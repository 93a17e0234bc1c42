import { useTranslations } from 'next-intl'
import { hasName, SectionName } from '#components/document/section-name.tsx'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'

/** Table of contents: a list that is folded on a narrow screen and stands beside the text on a wide one. */
export function Contents({ document }: { document: DocumentView }) {
  const t = useTranslations('document')
  const headed = document.sections.filter(hasName)
  if (headed.length < 2) return null
  return (
    <nav id="contents" aria-labelledby="contents-title" className="print:hidden">
      <h2 id="contents-title" className="text-small font-semibold text-muted">
        {t('contents')}
      </h2>
      <ol className="mt-1 text-small">
        {headed.map(section => (
          <li key={section.anchor} className="border-t border-line">
            <a
              href={`#${section.anchor}`}
              {...(section.withheld ? {} : inLanguage(section.lang))}
              className="block py-1.5 text-ink no-underline hover:underline"
            >
              <SectionName section={section} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
