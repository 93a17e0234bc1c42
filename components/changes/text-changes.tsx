import { useTranslations } from 'next-intl'
import { Authored } from '#components/text/authored.tsx'
import { Code } from '#components/text/code.tsx'
import { nameOf } from '#components/text/language-name.ts'
import { MomentText } from '#components/text/moment.tsx'
import { Named } from '#components/text/named.tsx'
import type { TextChange, TextChanges as Texts } from '#features/document/text-changes-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** The documents whose words changed: title, language, when, and the commit that did it. */
export function TextChanges({ page, texts }: { page: PageContext; texts: Texts }) {
  const t = useTranslations('changes')
  return (
    <section aria-labelledby="texts" className="mt-10">
      <h2 id="texts" className="text-section">
        {t('texts')}
      </h2>
      {texts.documents.length === 0 && <p className="mt-2">{t('noTexts')}</p>}
      <ul className="mt-3">
        {texts.documents.map(({ document, changes }) => (
          <li key={document.path} className="break-inside-avoid border-t border-line py-3">
            <a href={pageHref(page, `/docs/${document.path}`)} className="inline-block font-semibold">
              <Authored text={document.title} locale={page.locale} />
            </a>
            <ul className="mt-1 text-small">
              {changes.map(change => (
                <li key={`${change.lang} ${change.recordedAt.toISOString()} ${change.commit}`}>
                  <TextChangeLine page={page} change={change} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {texts.unlisted > 0 && <p className="mt-2">{t('olderTexts', { count: texts.unlisted })}</p>}
    </section>
  )
}

function TextChangeLine({ page, change }: { page: PageContext; change: TextChange }) {
  const t = useTranslations('changes')
  return (
    <>
      <Named>{nameOf(change.lang, page.locale)}</Named> <MomentText instant={change.recordedAt} />
      {' · '}
      {change.commit === null ? (
        t('uncommitted')
      ) : (
        <>
          {t('commit')} <Code>{change.commit.slice(0, 10)}</Code>
        </>
      )}
      {change.isFirst && <> · {t('newText')}</>}
    </>
  )
}
