import { isLocale } from '#features/localization/locale-model.ts'

const TWIN = /^\/([a-z]{2})\/(.+)\.(csv|md)$/

/**
 * Where the renderer makes another form of a page: `/ka/docs.csv` is the list of `/ka/docs` as a table, `/ka/index.md`
 * is `/ka` as Markdown. Null for an address that is no other form of anything.
 */
export function twinTarget(path: string): string | null {
  const [, locale = '', page = '', form] = TWIN.exec(path) ?? []
  if (!isLocale(locale)) return null
  return `/twins/${form}/${locale}${page === 'index' ? '' : `/${page}`}`
}
