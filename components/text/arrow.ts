import { useLocale } from 'next-intl'
import { directionOf } from '#features/localization/direction-rules.ts'

/** From what was to what is, along the line. */
export const Arrow = () => (directionOf(useLocale()) === 'rtl' ? '←' : '→')
