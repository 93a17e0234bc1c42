import { useLocale, useTranslations } from 'next-intl'
import { useDayFormat } from '#components/text/day.tsx'
import { nameOf } from '#components/text/language-name.ts'
import type { Wording } from '#features/localization/wording.ts'

/** The interface's words on a page, for the sentences that feeds and tables say too. */
export function useWording(): Wording {
  const locale = useLocale()
  return { locale, t: useTranslations(), day: useDayFormat(), language: language => nameOf(language, locale) }
}
