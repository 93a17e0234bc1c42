import { useTranslations } from 'next-intl'
import { Fact, FactList } from '#components/document/fact-list.tsx'
import { MissingMetadata } from '#components/document/missing-metadata.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import { useWording } from '#components/text/wording.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { DocumentView, TextStanding } from '#features/document/document-view-model.ts'

/** What governs a document: its own metadata, its category's policy, and where its text comes from. */
export function MetadataPanel({ document }: { document: DocumentView }) {
  const t = useTranslations('document')
  const { metadata, category, reviewOverdueDays } = document
  const absent = <span className="text-muted">{t('absent')}</span>
  const code = (value: string | null) => (value === null ? absent : <Code>{value}</Code>)
  const day = (value: Day | null) => (value === null ? absent : <DayText day={value} />)
  return (
    <section aria-labelledby="metadata" className="mt-8">
      <h2 id="metadata" className="mb-2 text-section">
        {t('metadata')}
      </h2>
      <MissingMetadata document={document} />
      <div className="mt-3">
        <FactList>
          <Fact name={t('id')}>{code(metadata.documentId)}</Fact>
          <Fact name={t('version')}>{code(metadata.version)}</Fact>
          <Fact name={t('status')}>{code(metadata.status)}</Fact>
          <Fact name={t('owner')}>{code(metadata.ownerRole)}</Fact>
          <Fact name={t('lastReview')}>{day(metadata.lastReviewDate)}</Fact>
          <Fact name={t('nextReview')}>
            {day(metadata.nextReviewDate)}
            {reviewOverdueDays > 0 && (
              <strong className="block text-small text-blocked">
                {t('reviewOverdue', { days: reviewOverdueDays })}
              </strong>
            )}
          </Fact>
          <Fact name={t('category')}>
            <Code>{category.code}</Code>
          </Fact>
          <Fact name={t('categoryVersion')}>
            <Code>{category.version}</Code>
          </Fact>
          <Fact name={t('categoryOwner')}>
            <Code>{category.ownerRole}</Code>
          </Fact>
          <Fact name={t('reviewCycle')}>{t('days', { count: category.reviewCycleDays })}</Fact>
          <Fact name={t('approvalAuthority')}>
            <ul>
              {category.approvalAuthority.map(role => (
                <li key={role}>
                  <Code>{role}</Code>
                </li>
              ))}
            </ul>
          </Fact>
          <Fact name={t('recorded')}>
            <Recorded standing={document.standing} />
          </Fact>
        </FactList>
      </div>
    </section>
  )
}

function Recorded({ standing }: { standing: TextStanding }) {
  const t = useTranslations('document')
  const when = useWording().moment(standing.recordedAt)
  return standing.commit === null
    ? t('recordedByIngest', { when })
    : t('recordedByCommit', { when, commit: standing.commit.slice(0, 10) })
}
