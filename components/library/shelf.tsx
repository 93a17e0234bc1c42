import { useFormatter, useTranslations } from 'next-intl'
import { LibraryEntry } from '#components/library/library-entry.tsx'
import { Code } from '#components/text/code.tsx'
import { VISIBLE_TO } from '#features/access/class-model.ts'
import type { Shelf } from '#features/document/document-view-model.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** A category with its policy, its documents, and how many of them this reader's scope does not see. */
export function LibraryShelf({ page, shelf }: { page: PageContext; shelf: Shelf }) {
  const t = useTranslations('library')
  const scopes = useTranslations('scopes')
  const format = useFormatter()
  const { category, documents, withheld } = shelf
  return (
    <section aria-labelledby={`shelf-${category.code}`} className="mt-10">
      <h2 id={`shelf-${category.code}`} className="text-section">
        {category.title[page.locale] ?? <Code>{category.code}</Code>}
      </h2>
      <p className="text-small text-muted">
        {t('category', {
          code: category.code,
          version: category.version,
          owner: category.ownerRole,
          days: category.reviewCycleDays,
        })}
      </p>
      <p className="text-small text-muted">
        {t('approval', { roles: category.approvalAuthority.join(', ') })}
      </p>
      {documents.length === 0 ? (
        <p className="mt-3 border-t border-line py-3">{t('empty')}</p>
      ) : (
        <ul className="mt-3">
          {documents.map(document => (
            <LibraryEntry key={document.path} page={page} document={document} />
          ))}
        </ul>
      )}
      {withheld.map(entry => (
        <p key={entry.class} className="border-t border-line py-3 text-small">
          {t('withheld', {
            count: entry.count,
            class: entry.class,
            visibleTo: format.list(VISIBLE_TO[entry.class].map(scope => scopes(scope))),
          })}
        </p>
      ))}
    </section>
  )
}
