import { useTranslations } from 'next-intl'
import { CompareLink } from '#components/compare/compare-link.tsx'
import { AuthorityNote } from '#components/document/authority-note.tsx'
import { Contents } from '#components/document/contents.tsx'
import { DocumentSection } from '#components/document/document-section.tsx'
import { MetadataPanel } from '#components/document/metadata-panel.tsx'
import { MixtureNote } from '#components/document/mixture-note.tsx'
import { PartNote } from '#components/document/part-note.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { PathTrail } from '#components/shell/path-trail.tsx'
import { Authored } from '#components/text/authored.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import type { DocumentView as Document } from '#features/document/document-view-model.ts'
import { mixtureOfDocument } from '#features/document/parts-rules.ts'
import { summaryOf } from '#features/document/summary-rules.ts'
import { TOP } from '#features/document/text-section-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface DocumentViewProps {
  readonly page: PageContext
  readonly document: Document
  readonly checklist: ChecklistView | null
}

/** A document: what it is and counts for, its contents, its sections. */
export function DocumentView({ page, document, checklist }: DocumentViewProps) {
  const t = useTranslations('library')
  const words = useTranslations('translation')
  const mixture = mixtureOfDocument(document)
  return (
    <>
      <PageHead
        page={page}
        title={document.title.text}
        description={
          summaryOf(
            document.sections.flatMap(section => section.nodes),
            160,
          ) || t('description')
        }
      />
      <PathTrail page={page} />
      <h1 className="max-w-4xl text-title">
        <Authored text={document.title} locale={page.locale} />
      </h1>
      <div className="mt-4">
        <AuthorityNote document={document} page={page} />
        <CompareLink page={page} document={document} />
      </div>
      <MixtureNote mixture={mixture} prevailing={document.standing.authoritativeLocale} />
      {document.sections[0]?.key !== TOP && (
        <PartNote
          page={page}
          document={document}
          part={document.top}
          main={mixture.main}
          name={words('title')}
        />
      )}
      <MetadataPanel document={document} />
      <div className="mt-10 grid gap-10 xl:grid-cols-[16rem_1fr] print:block">
        <div className="xl:sticky xl:top-4 xl:max-h-[calc(100vh-2rem)] xl:self-start xl:overflow-y-auto">
          <Contents document={document} />
        </div>
        <div className="min-w-0">
          {document.sections.map(section => (
            <DocumentSection
              key={section.anchor}
              section={section}
              document={document}
              checklist={checklist}
              page={page}
              main={mixture.main}
            />
          ))}
        </div>
      </div>
    </>
  )
}
