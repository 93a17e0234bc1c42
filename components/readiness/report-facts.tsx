import { useTranslations } from 'next-intl'
import { Fact, FactList } from '#components/document/fact-list.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import type { DocumentView } from '#features/document/document-view-model.ts'

/** Which document a printed report is about. */
export function ReportFacts({ document: { metadata } }: { document: DocumentView }) {
  const t = useTranslations('document')
  const { documentId, version, status, ownerRole, lastReviewDate, nextReviewDate } = metadata
  const code = (value: string | null) => (value === null ? t('absent') : <Code>{value}</Code>)
  return (
    <div className="mt-3 hidden print:block">
      <FactList>
        <Fact name={t('id')}>{code(documentId)}</Fact>
        <Fact name={t('version')}>{code(version)}</Fact>
        <Fact name={t('status')}>{code(status)}</Fact>
        <Fact name={t('owner')}>{code(ownerRole)}</Fact>
        <Fact name={t('lastReview')}>{lastReviewDate ? <DayText day={lastReviewDate} /> : t('absent')}</Fact>
        <Fact name={t('nextReview')}>{nextReviewDate ? <DayText day={nextReviewDate} /> : t('absent')}</Fact>
      </FactList>
    </div>
  )
}
