import { useFormatter, useTranslations } from 'next-intl'
import { Fact } from '#components/document/fact-list.tsx'
import { Code } from '#components/text/code.tsx'
import { useWording } from '#components/text/wording.ts'
import { queryText } from '#features/evidence/asked-filter-rules.ts'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { factWith } from '#features/localization/join-rules.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'

/** How many records were taken at each boundary; each number leads to them, where the reader sees them. */
export function BoundaryCounts({ page, view }: { page: PageContext; view: RunView }) {
  const t = useTranslations('evidence.boundaries')
  const format = useFormatter()
  const wording = useWording()
  const isLinked = sightOn(page) !== 'none'
  const href = (boundary: string) =>
    pageHref(page, `${runPath(view.environment, view.run.runId)}${queryText({ boundary })}#records`)
  return (
    <dl className="mt-2 grid grid-cols-2 gap-x-8 sm:grid-cols-3 lg:grid-cols-5 print:grid-cols-5">
      {BOUNDARIES.map(boundary => {
        const count = view.counts.byBoundary[boundary]
        const name = t(boundary)
        return (
          <Fact key={boundary} name={name}>
            {count > 0 && isLinked ? (
              <a
                href={href(boundary)}
                className="inline-block py-0.5"
                aria-label={factWith(name, format.number(count), wording)}
              >
                {format.number(count)}
              </a>
            ) : (
              format.number(count)
            )}{' '}
            <span className="text-small text-muted">
              <Code>{boundary}</Code>
            </span>
          </Fact>
        )
      })}
    </dl>
  )
}
