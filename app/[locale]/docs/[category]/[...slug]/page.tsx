import { openPage } from '#app/open-page.ts'
import { DocumentView } from '#components/document/document-view.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { WorkstreamPageView } from '#components/workstream/workstream-page-view.tsx'
import { readPlace } from '#features/checklist/place-queries.ts'

type Props = PageProps<'/[locale]/docs/[category]/[...slug]'>

const pathOf = async ({ params }: Props): Promise<string> => {
  const { category, slug } = await params
  return [category, ...slug].map(decodeURIComponent).join('/')
}

/** A document, or one workstream of it: `/docs/{category}/{…slug}` and `/docs/{category}/{…slug}/{n}`. */
export default async function DocumentPage(props: Props) {
  const path = await pathOf(props)
  const { page, problem } = await openPage(props, `/docs/${path}`)
  if (problem) return <Problem page={page} problem={problem} />
  const place = await readPlace(path, page.locale, page.asOf)
  if (!place) return <Problem page={page} problem="not-found" />
  if (place === 'no-record-yet') return <Problem page={page} problem={place} />
  return (
    <Shell page={page}>
      {place.kind === 'document' ? (
        <DocumentView page={page} document={place.document} checklist={place.checklist} />
      ) : (
        <WorkstreamPageView page={page} checklist={place.checklist} workstream={place.workstream} />
      )}
    </Shell>
  )
}
