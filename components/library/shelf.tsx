import { useTranslations } from 'next-intl'
import { LibraryEntry } from '#components/library/library-entry.tsx'
import { ShelfLinks } from '#components/library/shelf-links.tsx'
import { Code } from '#components/text/code.tsx'
import { useWording } from '#components/text/wording.ts'
import type { AskedShelf } from '#features/document/asked-shelf-rules.ts'
import type { Shelf } from '#features/document/document-view-model.ts'
import { withheldCount } from '#features/document/withheld-count-rules.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { capitalized, listed } from '#features/localization/join-rules.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'
import { remarkOn } from '#features/localization/standing-words-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface LibraryShelfProps {
  readonly page: PageContext
  readonly shelf: Shelf
  readonly asked: AskedShelf
}

/** A category with its policy, a page of its documents, and how many of them this reader's scope does not see. */
export function LibraryShelf({ page, shelf, asked }: LibraryShelfProps) {
  const t = useTranslations('library')
  const wording = useWording()
  const { category, documents, withheld } = shelf
  const title = localizedText(category.title, page.locale)
  const isForeign = title?.lang !== page.locale
  const own = title && isForeign ? inLanguage(title.lang) : {}
  return (
    <section aria-labelledby={`shelf-${category.code}`} className="mt-10">
      <h2 id={`shelf-${category.code}`} className="text-section">
        {title ? <span {...own}>{title.text}</span> : <Code>{category.code}</Code>}
      </h2>
      {title && isForeign && (
        <p className="text-small text-muted">{capitalized(remarkOn(title, wording) ?? '', page.locale)}</p>
      )}
      <p className="text-small text-muted">
        {t('category', {
          code: category.code,
          version: category.version,
          owner: category.ownerRole,
          days: category.reviewCycleDays,
        })}
      </p>
      <p className="text-small text-muted">
        {t('approval', { roles: listed(category.approvalAuthority, wording) })}
      </p>
      {documents.length === 0 && withheld.length === 0 ? (
        <p className="mt-3 border-t border-line py-3">{t('empty')}</p>
      ) : (
        <ul className="mt-3">
          {documents.map(document => (
            <LibraryEntry key={document.path} page={page} document={document} />
          ))}
        </ul>
      )}
      <ShelfLinks page={page} shelf={shelf} asked={asked} />
      {withheld.map(entry => (
        <p key={`${entry.kind} ${entry.class}`} className="border-t border-line py-3 text-small">
          {withheldCount(entry, wording)}
        </p>
      ))}
    </section>
  )
}
