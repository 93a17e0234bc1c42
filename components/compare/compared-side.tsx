import { useTranslations } from 'next-intl'
import { SectionGaps } from '#components/access/section-gaps.tsx'
import { Markdown } from '#components/document/markdown.tsx'
import { PartNote } from '#components/document/part-note.tsx'
import { hasName, SectionName } from '#components/document/section-name.tsx'
import { nameOf } from '#components/text/language-name.ts'
import type { DocumentView, ShownSection } from '#features/document/document-view-model.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface ComparedSideProps {
  readonly page: PageContext
  readonly document: DocumentView
  readonly lang: TextLocale
  /** Null where the text of that language lacks it. */
  readonly section: ShownSection | null
  /** Whether the texts stand beside each other where there is room: then the place says the language. */
  readonly isBeside: boolean
}

/** One language's text of a section, with what it counts for; or that there is none. */
export function ComparedSide({ page, document, lang, section, isBeside }: ComparedSideProps) {
  const t = useTranslations('sideBySide')
  const language = nameOf(lang, page.locale)
  return (
    <div className="min-w-0">
      <p className={`text-small text-muted ${isBeside ? 'md:hidden print:hidden' : ''}`}>{language}</p>
      {section ? (
        <>
          {hasName(section) && (
            <h2 className="text-section" {...(section.withheld ? {} : inLanguage(lang))}>
              <SectionName section={section} />
            </h2>
          )}
          <PartNote page={page} document={document} part={section} main={{ ...section, isUnsaid: false }} />
          <SectionGaps section={section} />
          <div className="prose mt-3" {...inLanguage(lang)}>
            <Markdown
              nodes={section.nodes}
              lang={lang}
              document={document}
              page={page}
              prefix={`${lang}-${section.key}`}
              tableName={t('table', { heading: section.heading, language })}
            />
          </div>
        </>
      ) : (
        <p className="font-semibold text-progress">{t('missing', { language })}</p>
      )}
    </div>
  )
}
