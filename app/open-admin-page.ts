import { askedQuery, openPage } from '#app/open-page.ts'
import type { PageProblem } from '#components/shell/problem.tsx'
import { askedPage } from '#features/portal/asked-page-rules.ts'
import type { PageContext } from '#features/portal/page-model.ts'

/** What is the matter with the address, or which page of its list is asked for. */
type OpenedAdminPage =
  | { readonly page: PageContext; readonly problem: PageProblem }
  | { readonly page: PageContext; readonly problem: null; readonly number: number }

/** Opens a page of those who run the portal. Anybody else is told the same as at an address that leads nowhere. */
export async function openAdminPage(
  props: Parameters<typeof openPage>[0],
  path: string,
): Promise<OpenedAdminPage> {
  const { page, problem } = await openPage(props, path)
  if (page.reader?.scope !== 'admin') return { page, problem: 'not-found' }
  if (problem) return { page, problem }
  const number = askedPage((await askedQuery(props)).get('page') ?? undefined)
  if (number === null) return { page, problem: 'filter-malformed' }
  return { page: { ...page, query: number > 1 ? `?page=${number}` : '' }, problem: null, number }
}
