import { useLocale, useTranslations } from 'next-intl'
import { type Wording, wordingOf } from '#features/localization/wording.ts'

/** The interface's words on a page, for the sentences that feeds and tables say too. */
export const useWording = (): Wording => wordingOf(useLocale(), useTranslations())
