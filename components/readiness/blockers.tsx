import { useTranslations } from 'next-intl'
import { WithheldNote } from '#components/access/withheld-note.tsx'
import { Markdown } from '#components/document/markdown.tsx'
import { Code } from '#components/text/code.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import { ForeignNote } from '#components/text/foreign-note.tsx'
import { WorkstreamTitle } from '#components/workstream/workstream-title.tsx'
import type { ChecklistView } from '#features/checklist/checklist-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** What blocks which workstream, in the words of its owner. */
export function Blockers({ page, checklist }: { page: PageContext; checklist: ChecklistView }) {
  const t = useTranslations('readiness')
  const formatDay = useDayFormat()
  const blocked = checklist.workstreams.filter(openBlocker)
  if (blocked.length === 0) return null
  return (
    <section aria-labelledby="blockers">
      <h2 id="blockers" className="text-section">
        {t('blockers')}
      </h2>
      <ul className="mt-3 space-y-5">
        {blocked.map(workstream => {
          const since = openBlocker(workstream)?.raisedOn
          return (
            <li key={workstream.number} className="border-s-4 border-blocked ps-4">
              <p className="font-semibold">
                <WorkstreamTitle page={page} checklist={checklist} workstream={workstream} />
              </p>
              {workstream.blockerNote && (
                <>
                  <div className="prose mt-1" {...inLanguage(workstream.blockerNote.lang)}>
                    <Markdown
                      nodes={workstream.blockerNote.nodes}
                      lang={workstream.blockerNote.lang}
                      document={checklist.document}
                      page={page}
                    />
                  </div>
                  <ForeignNote lang={workstream.blockerNote.lang} locale={page.locale} />
                </>
              )}
              <WithheldNote place="note" class={workstream.withheldNote} />
              <p className="mt-1 text-small text-muted">
                <Code>{workstream.ownerRole}</Code>
                {since && <> · {t('blockedSince', { day: formatDay(since) })}</>}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
