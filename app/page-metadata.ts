import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AUTHORITATIVE_LOCALE, LOCALES } from '#features/localization/locale-model.ts'
import { gateEnvironment } from '#server/env.ts'

/** Title, description, canonical address and the page's other languages. `path` is the address without the language. */
export async function pageMetadata(path: string, title: string, description: string): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('site')])
  const addresses = Object.fromEntries(LOCALES.map(other => [other, `/${other}${path}`]))
  return {
    metadataBase: new URL(gateEnvironment().origin),
    title: t('title', { page: title }),
    description,
    icons: { icon: '/favicon.svg' },
    alternates: {
      canonical: `/${locale}${path}`,
      languages: { ...addresses, 'x-default': `/${AUTHORITATIVE_LOCALE}${path}` },
    },
  }
}
