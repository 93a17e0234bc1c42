import { getTranslations } from 'next-intl/server'
import { openPage, single } from '#app/open-page.ts'
import { FridayView } from '#components/friday/friday-view.tsx'
import { WithheldPlaces } from '#components/library/withheld-places.tsx'
import { OwnPart } from '#components/own/own-part.tsx'
import { OtherForms } from '#components/shell/other-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { actingRoles } from '#features/access/scope-rules.ts'
import { linksOf } from '#features/api/resource-id-rules.ts'
import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'
import { readDocumentHash } from '#features/checklist/document-hash-queries.ts'
import { readOwnWork } from '#features/checklist/own-work-queries.ts'
import { owedFridays } from '#features/checklist/week-rules.ts'
import { parseTo, weekWindow } from '#features/checklist/week-window-rules.ts'
import { readWithheld } from '#features/document/withheld-queries.ts'
import { gateEnvironment } from '#server/env.ts'

/** Friday reports of the portal's first checklist; `?to=` names the last Friday to be shown. */
export default async function FridayPage(props: PageProps<'/[locale]/friday'>) {
  const opened = await openPage(props, '/friday')
  if (opened.problem) return <Problem page={opened.page} problem={opened.problem} />
  const given = single((await props.searchParams)['to'])
  const page =
    given === undefined ? opened.page : { ...opened.page, query: `?to=${encodeURIComponent(given)}` }
  const { day, isToday } = page.asOf
  const to = parseTo(given, day)
  if (typeof to === 'string') return <Problem page={opened.page} problem={to} />
  const [t, checklist, own] = await Promise.all([
    getTranslations(),
    readFirstChecklist(page.locale, page.asOf),
    readOwnWork(page.reader ? actingRoles(page.reader) : [], page.locale, page.asOf),
  ])
  if (checklist === 'no-record-yet') return <Problem page={page} problem={checklist} />
  const window = checklist && weekWindow(owedFridays(checklist.baselineDay, day), to.friday)
  if (checklist && !window) return <Problem page={page} problem="no-record-yet" />
  return (
    <Shell page={page}>
      <PageHead page={page} title={t('friday.title')} description={t('friday.description')} />
      <h1 className="text-title">{t(checklist ? 'friday.title' : 'readiness.none')}</h1>
      {own && <OwnPart page={page} work={own} />}
      {checklist && window && (
        <FridayView
          page={page}
          checklist={checklist}
          window={window}
          {...(isToday ? { expected: await readDocumentHash(checklist.document.path) } : {})}
          contentUrl={gateEnvironment().contentUrl}
        />
      )}
      {!checklist && <WithheldPlaces lead={t('readiness.withheld')} withheld={await readWithheld()} />}
      {checklist && <OtherForms page={page} hasList json={linksOf(checklist.document, page).checklist} />}
    </Shell>
  )
}
