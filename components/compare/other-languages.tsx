import { useTranslations } from 'next-intl'
import { nameOf } from '#components/text/language-name.ts'
import type { ComparedTexts } from '#features/document/compared-texts-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** The languages that a text can be compared with; nothing where there is no choice. */
export function OtherLanguages({ page, compared }: { page: PageContext; compared: ComparedTexts }) {
  const t = useTranslations('sideBySide')
  const others = compared.locales.filter(locale => locale !== compared.texts[0].lang)
  if (others.length < 2) return null
  return (
    <nav aria-labelledby="with" className="mt-4 text-small print:hidden">
      <p id="with" className="text-muted">
        {t('with')}
      </p>
      <ul className="flex flex-wrap gap-x-6">
        {others.map(locale => (
          <li key={locale}>
            <a
              href={pageHref(page, `${page.path}?with=${locale}`)}
              aria-current={locale === compared.texts[1].lang ? 'true' : undefined}
              className="inline-block py-1 aria-[current]:font-semibold"
            >
              {nameOf(locale, page.locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
