import { useTranslations } from 'next-intl'
import { Code } from '#components/text/code.tsx'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** Where the texts of a document are edited; nothing where nobody said. */
export function EditLinks({
  links,
}: {
  links: readonly { readonly lang: TextLocale; readonly href: string }[]
}) {
  const t = useTranslations('friday')
  if (links.length === 0) return null
  return (
    <p className="mt-3 text-small print:hidden">
      {t('edit')}{' '}
      {links.map(({ lang, href }) => (
        <a
          key={lang}
          href={href}
          hrefLang={lang}
          rel="external noreferrer"
          className="me-4 inline-block py-1"
        >
          <Code>{`${lang}.md`}</Code>
        </a>
      ))}
    </p>
  )
}
