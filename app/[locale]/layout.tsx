import type { Metadata } from 'next'
import '#app/globals.css'
import { inLanguage } from '#features/localization/direction-rules.ts'
import { AUTHORITATIVE_LOCALE, isLocale } from '#features/localization/locale-model.ts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { icons: { icon: '/favicon.svg' } }

export default async function RootLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params
  return (
    <html {...inLanguage(isLocale(locale) ? locale : AUTHORITATIVE_LOCALE)}>
      <body>{children}</body>
    </html>
  )
}
