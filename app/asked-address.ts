import { headers } from 'next/headers'
import { LOCALES } from '#features/localization/locale-model.ts'
import { ADDRESS_HEADER, nowhere } from '#features/portal/address-header-model.ts'

/** The address that was asked for, as the gate writes it; null where no page could have it. */
export async function askedAddress(): Promise<string | null> {
  const asked = (await headers()).get(ADDRESS_HEADER)
  return LOCALES.some(locale => nowhere(locale) === asked) ? null : asked
}
