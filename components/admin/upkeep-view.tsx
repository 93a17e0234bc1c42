import { useTranslations } from 'next-intl'
import { LackWords } from '#components/admin/lack-words.tsx'
import { PageSteps } from '#components/admin/page-steps.tsx'
import { FoldingTable } from '#components/evidence/folding-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Authored } from '#components/text/authored.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { useWording } from '#components/text/wording.ts'
import { capitalized, listed as enumerated } from '#features/localization/join-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import { LACKS, type Neglected, type UpkeepPage } from '#features/upkeep/upkeep-model.ts'

interface UpkeepViewProps {
  readonly page: PageContext
  readonly listed: UpkeepPage
  readonly number: number
}

/** Every document that lacks something, with what. */
export function UpkeepView({ page, listed, number }: UpkeepViewProps) {
  const t = useTranslations('admin')
  const { total, count, neglected, hasMore } = listed
  return (
    <>
      <PageHead page={page} title={t('upkeep.title')} description={t('upkeep.description')} />
      <h1 className="text-title">{t('upkeep.title')}</h1>
      <p className="mt-2 max-w-prose text-lead text-muted">{t('upkeep.description')}</p>
      <p className="mt-2 mb-4">
        {count === 0 ? t('upkeep.none') : t('upkeep.counts', { lacking: count, total })}
      </p>
      {neglected.length > 0 && (
        <FoldingTable
          isWide
          label={t('upkeep.title')}
          columns={[t('upkeep.document'), ...LACKS.map(lack => t(`tasks.${lack}`)), t('upkeep.absent')]}
          rows={neglected.map(each => ({
            key: each.document.path,
            cells: [
              <a
                key="document"
                href={pageHref(page, `/docs/${each.document.path}`)}
                className="inline-block py-0.5"
              >
                <Authored text={each.document.title} locale={page.locale} />
              </a>,
              ...LACKS.map(lack =>
                each.lacks.includes(lack) ? <LackWords key={lack} page={page} lack={lack} of={each} /> : '–',
              ),
              <Absent key="absent" page={page} of={each} />,
            ],
          }))}
        />
      )}
      <PageSteps
        page={page}
        path="/upkeep"
        number={number}
        hasMore={hasMore}
        words={{ previous: t('upkeep.previous'), next: t('upkeep.next') }}
      />
    </>
  )
}

function Absent({ page, of: { absent } }: { page: PageContext; of: Neglected }) {
  const wording = useWording()
  if (absent.length === 0) return '–'
  const languages = absent.map(locale => nameOf(locale, page.locale))
  return capitalized(enumerated(languages, wording), page.locale)
}
