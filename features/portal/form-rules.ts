import { type PageContext, pageHref } from '#features/portal/page-model.ts'

type Speaking = Pick<PageContext, 'locale' | 'asOf'>

/** The address of a page as Markdown, or of its list as a table. `path` is the page's, without the language. */
export const twinHref = (page: Speaking, path: string, form: 'md' | 'csv', query = ''): string =>
  pageHref(page, `${path === '' ? '/index' : path}.${form}${query}`)

const daily = (place: string, { asOf }: Speaking): string => place + (asOf.isToday ? '' : `?asOf=${asOf.day}`)

export const feedHref = (page: Speaking): string => daily(`/feeds/${page.locale}.atom`, page)

export const calendarHref = (page: Speaking): string => daily(`/calendar/${page.locale}.ics`, page)
