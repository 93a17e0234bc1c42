import { useTranslations } from 'next-intl'
import { ChecklistChanges } from '#components/changes/checklist-changes.tsx'
import { SpanChoice } from '#components/changes/span-choice.tsx'
import { TextChanges } from '#components/changes/text-changes.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import type { ChecklistChanges as Changed } from '#features/checklist/changes-model.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import type { TextChanges as Texts } from '#features/document/text-changes-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface ChangesViewProps {
  readonly page: PageContext
  readonly span: Span
  readonly checklists: readonly Changed[]
  readonly texts: Texts
}

/** What changed between two days: the workstreams of each checklist, then the texts. */
export function ChangesView({ page, span, checklists, texts }: ChangesViewProps) {
  const t = useTranslations('changes')
  const formatDay = useDayFormat()
  const baselineDay = checklists.map(({ checklist }) => checklist.baselineDay).toSorted()[0]
  return (
    <>
      <PageHead page={page} title={t('title')} description={t('description')} />
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 text-lead">{t('span', { from: formatDay(span.from), to: formatDay(span.to) })}</p>
      {baselineDay && span.from < baselineDay && (
        <p className="mt-1 max-w-prose text-muted">{t('begins', { day: formatDay(baselineDay) })}</p>
      )}
      <SpanChoice page={page} span={span} baselineDay={baselineDay ?? span.from} />
      {checklists.map(changed => (
        <ChecklistChanges key={changed.checklist.document.path} page={page} changed={changed} />
      ))}
      <TextChanges page={page} texts={texts} />
    </>
  )
}
