import { openPage } from '#app/open-page.ts'
import { Problem } from '#components/shell/problem.tsx'
import { Shell } from '#components/shell/shell.tsx'
import { OutcomeView } from '#components/sign-in/outcome-view.tsx'
import { isSignInOutcome } from '#features/access/sign-in-outcome-model.ts'

export default async function OutcomePage(props: PageProps<'/[locale]/sign-in/[outcome]'>) {
  const { outcome } = await props.params
  const { page, problem } = await openPage(props, '')
  if (problem) return <Problem page={page} problem={problem} />
  if (!isSignInOutcome(outcome)) return <Problem page={page} problem="not-found" />
  return (
    <Shell page={{ ...page, isNowhere: true }}>
      <OutcomeView page={page} outcome={outcome} />
    </Shell>
  )
}
