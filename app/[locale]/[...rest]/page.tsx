import { permanentRedirect } from 'next/navigation'
import { openPage, single } from '#app/open-page.ts'
import { Problem } from '#components/shell/problem.tsx'
import { findByLegacySlug } from '#features/document/document-queries.ts'
import { pageHref } from '#features/portal/page-model.ts'

/** Every address that is none of ours, but for the older portal's `/{locale}/{workspace}/docs?doc=…`. */
export default async function ElsewherePage(props: PageProps<'/[locale]/[...rest]'>) {
  const { rest } = await props.params
  const { page } = await openPage(props, '')
  const legacySlug = single((await props.searchParams)['doc'])
  if (rest.length === 2 && rest[1] === 'docs' && legacySlug !== undefined) {
    const path = await findByLegacySlug(legacySlug)
    if (path !== null) permanentRedirect(pageHref(page, `/docs/${path}`))
  }
  return <Problem page={page} problem="not-found" />
}
