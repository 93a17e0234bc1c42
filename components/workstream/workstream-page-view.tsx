import { useTranslations } from 'next-intl'
import { SectionGaps } from '#components/access/section-gaps.tsx'
import { WithheldNote } from '#components/access/withheld-note.tsx'
import { CompareLink } from '#components/compare/compare-link.tsx'
import { AuthorityNote } from '#components/document/authority-note.tsx'
import { Markdown } from '#components/document/markdown.tsx'
import { MixtureNote } from '#components/document/mixture-note.tsx'
import { PartNote } from '#components/document/part-note.tsx'
import { WorkstreamEvidenceView } from '#components/evidence/workstream-evidence.tsx'
import { History } from '#components/history/history.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { PathTrail } from '#components/shell/path-trail.tsx'
import { Authored } from '#components/text/authored.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import { ForeignNote } from '#components/text/foreign-note.tsx'
import { BaselineNote } from '#components/workstream/baseline-note.tsx'
import { Neighbours } from '#components/workstream/neighbours.tsx'
import { WorkstreamFacts } from '#components/workstream/workstream-facts.tsx'
import { besidesNote } from '#features/checklist/blocker-note-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { HistoryPage } from '#features/checklist/history-rules.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { mixtureOf } from '#features/localization/mixture-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface WorkstreamPageViewProps {
  readonly page: PageContext
  readonly checklist: ChecklistView
  readonly workstream: WorkstreamView
  readonly history: HistoryPage
}

/** One workstream: its facts, what blocks it, what its section of the document lays down, its history. */
export function WorkstreamPageView({ page, checklist, workstream, history }: WorkstreamPageViewProps) {
  const t = useTranslations('workstream')
  const status = useTranslations('status')
  const formatDay = useDayFormat()
  const { document } = checklist
  const section = document.sections.find(candidate => candidate.number === workstream.number)
  const mixture = mixtureOf(section ? [section] : [], document.standing)
  const nodes = section && besidesNote(section, workstream.blockerNote)
  return (
    <>
      <PageHead
        page={page}
        title={`${workstream.number}. ${workstream.title.text}`}
        description={t('description', {
          status: status(workstream.status),
          owner: workstream.ownerRole,
          day: formatDay(workstream.targetDate),
        })}
      />
      <PathTrail page={page} document={document} />
      <p className="text-small text-muted">
        {t('kicker', { number: workstream.number, total: checklist.workstreams.length })}
      </p>
      <h1 className="max-w-4xl text-title">
        <Authored text={workstream.title} locale={page.locale} />
      </h1>
      <MixtureNote mixture={mixture} prevailing={document.standing.authoritativeLocale} />
      <WorkstreamFacts workstream={workstream} locale={page.locale} />
      <BaselineNote checklist={checklist} />
      {workstream.blockerNote && (
        <section aria-labelledby="blocker" className="mt-8 border-s-4 border-blocked ps-4">
          <h2 id="blocker" className="text-section">
            {t('blocker')}
          </h2>
          <div className="prose mt-2 max-w-prose" {...inLanguage(workstream.blockerNote.lang)}>
            <Markdown
              nodes={workstream.blockerNote.nodes}
              lang={workstream.blockerNote.lang}
              document={document}
              page={page}
              prefix="blocker"
            />
          </div>
          <ForeignNote lang={workstream.blockerNote.lang} locale={page.locale} />
        </section>
      )}
      {workstream.withheldNote && (
        <section aria-labelledby="blocker" className="mt-8 border-s-4 border-blocked ps-4">
          <h2 id="blocker" className="text-section">
            {t('blocker')}
          </h2>
          <WithheldNote place="note" class={workstream.withheldNote} />
        </section>
      )}
      <WorkstreamEvidenceView page={page} checklist={checklist} workstream={workstream} />
      <section aria-labelledby="section" className="mt-10">
        <h2 id="section" className="text-section">
          {t('section')}
        </h2>
        <div className="mt-3">
          <AuthorityNote document={document} page={page} />
          {section && <CompareLink page={page} document={document} number={workstream.number} />}
        </div>
        {section && <PartNote page={page} document={document} part={section} main={mixture.main} />}
        {section && nodes ? (
          <>
            <SectionGaps section={section} />
            <div className="prose mt-5 max-w-prose" {...inLanguage(section.lang)}>
              <Markdown
                nodes={nodes}
                lang={section.lang}
                document={document}
                page={page}
                prefix={section.anchor}
              />
            </div>
            <p className="mt-5 print:hidden">
              <a
                href={pageHref(page, `/docs/${document.path}#${section.anchor}`)}
                className="inline-block py-1"
              >
                {t('inDocument')}
              </a>
            </p>
          </>
        ) : (
          <p className="mt-4">{t('noSection')}</p>
        )}
      </section>
      <History page={page} history={history} />
      <Neighbours page={page} checklist={checklist} workstream={workstream} />
    </>
  )
}
