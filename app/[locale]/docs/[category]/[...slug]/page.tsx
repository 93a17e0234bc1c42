import { openPage, single } from '#app/open-page.ts'
import { DocumentView } from '#components/document/document-view.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { WorkstreamPageView } from '#components/workstream/workstream-page-view.tsx'
import { linksOf } from '#features/api/resource-id-rules.ts'
import { historyPage, parseBefore } from '#features/checklist/history-rules.ts'
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
  const links = linksOf(place.kind === 'document' ? place.document : place.checklist.document, page)
  if (place.kind === 'document')
    return (
      <Shell page={page}>
        <DocumentView page={page} document={place.document} checklist={place.checklist} />
        <OtherForms page={page} hasList={place.checklist !== null} json={links.checklist ?? links.document} />
      </Shell>
    )
  const before = single((await props.searchParams)['before'])
  const number = before === undefined ? undefined : parseBefore(before)
  if (number === 'before-malformed') return <Problem page={page} problem={number} />
  const history = historyPage(place.workstream.lines, number)
  if (!history) return <Problem page={page} problem="not-found" />
  const part = before === undefined ? page : { ...page, query: `?before=${before}` }
  return (
    <Shell page={part}>
      <WorkstreamPageView
        page={page}
        checklist={place.checklist}
        workstream={place.workstream}
        history={history}
      />
      <OtherForms page={part} json={links.checklist} />
    </Shell>
  )
}
