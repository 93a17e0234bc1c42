import { useTranslations } from 'next-intl'
import { TermEntry } from '#components/glossary/term-entry.tsx'
import type { Term } from '#features/glossary/glossary-model.ts'
import { lettersOf } from '#features/glossary/glossary-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** Every term by the letters of the page's language. */
export function GlossaryView({ page, terms }: { page: PageContext; terms: readonly Term[] }) {
  const t = useTranslations('glossary')
  const letters = lettersOf(terms, page.locale)
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-2 max-w-prose text-lead text-muted">{t('description')}</p>
      {terms.length === 0 && <p className="mt-4">{t('empty')}</p>}
      {!page.asOf.isToday && <p className="mt-2 max-w-prose text-small">{t('ofToday')}</p>}
      {letters.length > 0 && (
        <nav aria-label={t('letters')} className="mt-4 print:hidden">
          <ul className="flex flex-wrap gap-x-1">
            {letters.map(({ letter }, at) => (
              <li key={letter}>
                <a href={`#letter-${at + 1}`} className="inline-block min-w-8 p-1 text-center">
                  {letter}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {letters.map(({ letter, terms: own }, at) => (
        <section key={letter} aria-labelledby={`letter-${at + 1}`} className="mt-8 border-t border-line pt-3">
          <h2 id={`letter-${at + 1}`} className="text-section">
            {letter}
          </h2>
          {own.map(term => (
            <TermEntry key={term.id} page={page} term={term} />
          ))}
        </section>
      ))}
    </>
  )
}
