import { useFormatter, useTranslations } from 'next-intl'
import { SnippetText } from '#components/search/snippet-text.tsx'
import { StatusWord } from '#components/status/status-word.tsx'
import { Authored } from '#components/text/authored.tsx'
import { Code } from '#components/text/code.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { Verbatim } from '#components/text/verbatim.tsx'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import type { SearchItem } from '#features/search/search-model.ts'

/** One thing found. */
export function SearchEntry({ page, item }: { page: PageContext; item: SearchItem }) {
  const t = useTranslations('search')
  const format = useFormatter()
  const { kind, title, document, number, status, category, languages, snippet } = item
  return (
    <li className="border-t border-line py-4">
      <p className="text-small text-muted">
        {t(`kind.${kind}`)}
        {document && (
          <>
            {' · '}
            <Authored text={document} locale={page.locale} />
          </>
        )}
        {category !== null && (
          <>
            {' · '}
            <Code>{category}</Code>
          </>
        )}
      </p>
      <h3 className="text-lead font-semibold wrap-anywhere">
        <a href={pageHref(page, item.path)}>
          {'verbatim' in title ? (
            <Verbatim>{title.verbatim}</Verbatim>
          ) : (
            <>
              {number !== null && `${number}. `}
              <Authored text={title} locale={page.locale} />
            </>
          )}
        </a>
      </h3>
      {status && <StatusWord status={status} />}
      {snippet && <SnippetText snippet={snippet} />}
      {languages.length > 1 && (
        <p className="text-small text-muted">
          {t('languages', { languages: format.list(languages.map(lang => nameOf(lang, page.locale))) })}
        </p>
      )}
    </li>
  )
}
