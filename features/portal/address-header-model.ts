import type { Locale } from '#features/localization/locale-model.ts'

/** By which the gate tells the renderer what was asked for. Nothing that a reader sends gets as far as that. */
export const ADDRESS_HEADER = 'x-mza-address'

/** What the gate asks for in the place of an address that no page could have. */
export const nowhere = (locale: Locale): string => `/${locale}/not-found`
