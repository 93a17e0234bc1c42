import { useTranslations } from 'next-intl'
import { SectionGaps } from '#components/access/section-gaps.tsx'
import { Markdown } from '#components/document/markdown.tsx'
import { PartNote } from '#components/document/part-note.tsx'
import { hasName, SectionName } from '#components/document/section-name.tsx'
import { WorkstreamTable } from '#components/readiness/workstream-table.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { isTrackerTable } from '#features/checklist/tracker-table-rules.ts'
import type { DocumentView, ShownSection } from '#features/document/document-view-model.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import type { MainStanding } from '#features/localization/mixture-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface DocumentSectionProps {
  readonly section: ShownSection
  readonly document: DocumentView
  readonly checklist: ChecklistView | null
  readonly page: PageContext
  /** What most of the page counts for. */
  readonly main: MainStanding
}

/** A section of a document; the tracker table in it gives way to the records of the day. */
export function DocumentSection({ section, document, checklist, page, main }: DocumentSectionProps) {
  const t = useTranslations('document')
  const formatDay = useDayFormat()
  const workstream = checklist?.workstreams.find(candidate => candidate.number === section.number)
  const tableAt = checklist ? section.nodes.findIndex(isTrackerTable) : -1
  const before = tableAt < 0 ? section.nodes : section.nodes.slice(0, tableAt)
  const markdown = { document, page }
  return (
    <section
      id={section.anchor}
      className="mt-10 border-t border-line pt-4 first:mt-0 first:border-t-0 first:pt-0"
    >
      {hasName(section) && (
        <h2 className="text-section" {...(section.withheld ? {} : inLanguage(section.lang))}>
          <SectionName section={section} />
        </h2>
      )}
      <PartNote page={page} document={document} part={section} main={main} />
      {workstream && (
        <p className="mt-1 flex flex-wrap items-center gap-x-6">
          <StatusWord status={workstream.status} />
          <a
            href={pageHref(page, `/docs/${document.path}/${workstream.number}`)}
            className="inline-block py-1 print:hidden"
          >
            {t('openWorkstream')}
          </a>
        </p>
      )}
      <SectionGaps section={section} />
      <div className="prose mt-3 max-w-prose" {...inLanguage(section.lang)}>
        <Markdown nodes={before} lang={section.lang} prefix={section.anchor} {...markdown} />
      </div>
      {checklist && tableAt >= 0 && (
        <>
          <p className="mb-2 text-small text-muted">{t('tracker', { day: formatDay(page.asOf.day) })}</p>
          <WorkstreamTable page={page} checklist={checklist} />
          <div className="prose mt-3 max-w-prose" {...inLanguage(section.lang)}>
            <Markdown
              nodes={section.nodes.slice(tableAt + 1)}
              lang={section.lang}
              prefix={`${section.anchor}-after`}
              {...markdown}
            />
          </div>
        </>
      )}
    </section>
  )
}
