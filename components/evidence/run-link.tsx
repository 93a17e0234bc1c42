import { Code } from '#components/text/code.tsx'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** Leads to a run's page. */
export function RunLink({ page, view }: { page: PageContext; view: Pick<RunView, 'environment' | 'run'> }) {
  return (
    <a
      href={pageHref(page, runPath(view.environment, view.run.runId))}
      className="inline-block py-0.5 wrap-anywhere"
    >
      <Code>{view.run.runId}</Code>
    </a>
  )
}
