import { useTranslations } from 'next-intl'
import { AUTHORITATIVE_LOCALE, LOCALES } from '#features/localization/locale-model.ts'
import { feedHref } from '#features/portal/form-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

interface PageHeadProps {
  readonly page: PageContext
  readonly title: string
  readonly description: string
}

/** What search engines and tabs show of a page, and where its other languages are. React puts it into `<head>`. */
export function PageHead({ page, title, description }: PageHeadProps) {
  const t = useTranslations('site')
  const feed = useTranslations('feed')
  const today = { ...page, asOf: { ...page.asOf, isToday: true } }
  const address = (locale: string) => `${page.origin}/${locale}${page.path}`
  return (
    <>
      <title>{t('title', { page: title })}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={address(page.locale)} />
      {LOCALES.map(locale => (
        <link key={locale} rel="alternate" hrefLang={locale} href={address(locale)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address(AUTHORITATIVE_LOCALE)} />
      <link rel="alternate" type="application/atom+xml" title={feed('title')} href={feedHref(today)} />
    </>
  )
}
