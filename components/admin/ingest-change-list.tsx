import { useTranslations } from 'next-intl'
import { ChangedRuns } from '#components/admin/changed-runs.tsx'
import { Authored } from '#components/text/authored.tsx'
import { Code } from '#components/text/code.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { useWording } from '#components/text/wording.ts'
import { capitalized, clauses, listed } from '#features/localization/join-rules.ts'
import type { ChangedDocument, IngestChanges } from '#features/portal/ingest-changes-model.ts'
import type { IngestPage } from '#features/portal/ingest-step-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

interface IngestChangeListProps {
  readonly page: PageContext
  readonly changes: IngestChanges | null
  readonly listed: IngestPage
}

/** What an ingest changed: documents with the languages of their texts, lines, runs, and what changed as a whole. */
export function IngestChangeList({ page, changes, listed: { titles, shownRuns } }: IngestChangeListProps) {
  const t = useTranslations('admin.ingests.changes')
  if (changes === null) return <span className="text-muted">{t('unrecorded')}</span>
  const { documents, lines, runs, wholes } = changes
  const more = documents.total - documents.named.length
  return (
    <ul className="space-y-1">
      {wholes.map(whole => (
        <li key={whole}>{t(`wholes.${whole}`)}</li>
      ))}
      {documents.named.map(document => (
        <li key={document.path}>
          <Title page={page} path={document.path} titles={titles} /> <TextWords page={page} of={document} />
        </li>
      ))}
      {more > 0 && <li className="text-muted">{t('moreDocuments', { count: more })}</li>}
      {lines > 0 && <li>{t('lines', { count: lines })}</li>}
      {(['came', 'judged', 'gone'] as const).map(
        kind =>
          runs[kind].total > 0 && (
            <ChangedRuns key={kind} page={page} kind={kind} runs={runs[kind]} shown={shownRuns} />
          ),
      )}
    </ul>
  )
}

/** A document by its title; one that the day does not have, by its path. */
function Title({ page, path, titles }: { page: PageContext; path: string; titles: IngestPage['titles'] }) {
  const title = titles.get(path)
  if (!title) return <Code>{path}</Code>
  return (
    <a href={pageHref(page, `/docs/${path}`)} className="inline-block py-0.5">
      <Authored text={title} locale={page.locale} />
    </a>
  )
}

/** Which texts of a document changed, and how. */
function TextWords({ page, of }: { page: PageContext; of: ChangedDocument }) {
  const t = useTranslations('admin.ingests.changes')
  const wording = useWording()
  const kinds = (['came', 'changed', 'gone'] as const).filter(kind => of[kind].length > 0)
  const said = kinds.map(kind => {
    const languages = of[kind].map(locale => nameOf(locale, page.locale))
    return t(`texts.${kind}`, { languages: listed(languages, wording) })
  })
  return (
    <span className="block text-muted">
      {capitalized(clauses(of.isReclassed ? [...said, t('reclassed')] : said, wording), page.locale)}
    </span>
  )
}
