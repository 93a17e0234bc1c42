import { getTranslations } from 'next-intl/server'
import { openPage, single } from '#app/open-page.ts'
import { ChangesView } from '#components/changes/changes-view.tsx'
import { WithheldPlaces } from '#components/library/withheld-places.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { changesLink } from '#features/api/resource-id-rules.ts'
import { asOfEnd, readChanges } from '#features/checklist/changes-queries.ts'
import { parseSpan } from '#features/checklist/span-rules.ts'
import { readTextChanges } from '#features/document/text-changes-queries.ts'
import { readWithheldDocuments } from '#features/document/withheld-queries.ts'

/** What changed between `?from=` and `?to=`: since the last Friday where neither is given. */
export default async function ChangesPage(props: PageProps<'/[locale]/changes'>) {
  const { page: opened, problem } = await openPage(props, '/changes')
  if (problem) return <Problem page={opened} problem={problem} />
  const query = await props.searchParams
  const given = { from: single(query['from']), to: single(query['to']) }
  const span = parseSpan(given, opened.asOf)
  if (typeof span === 'string') return <Problem page={opened} problem={span} />
  const asked = Object.entries(given).flatMap(([name, day]) => (day === undefined ? [] : [`${name}=${day}`]))
  const page = { ...opened, query: asked.length > 0 ? `?${asked.join('&')}` : '' }
  const [t, checklists, texts, withheld] = await Promise.all([
    getTranslations('changes'),
    readChanges(span, page.locale, page.asOf),
    readTextChanges(span, page.locale, asOfEnd(span, page.asOf)),
    readWithheldDocuments(),
  ])
  if (checklists === 'no-record-yet') return <Problem page={page} problem={checklists} />
  const [first] = checklists
  return (
    <Shell page={page}>
      <ChangesView page={page} span={span} checklists={checklists} texts={texts} />
      <WithheldPlaces lead={t('withheld')} withheld={withheld} />
      <OtherForms
        page={page}
        hasList
        json={first ? changesLink(first.checklist.document, span, page) : null}
      />
    </Shell>
  )
}
