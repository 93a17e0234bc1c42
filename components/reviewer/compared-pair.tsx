import { useTranslations } from 'next-intl'
import { RunLink } from '#components/evidence/run-link.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText } from '#components/text/day.tsx'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { queryText } from '#features/evidence/asked-filter-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { type PageContext, pageHref } from '#features/portal/page-model.ts'
import type { ComparedPair as Pair } from '#features/reviewer/compared-pair-rules.ts'

const nameOf = ({ environment, run }: RunView): string => `${environment}/${run.runId}`

/** The two runs to hold side by side, and the page that does. */
export function ComparedPair({ page, pair }: { page: PageContext; pair: Pair | null }) {
  const t = useTranslations('reviewer')
  return (
    <section aria-labelledby="pair" className="mt-8">
      <h3 id="pair" className="font-semibold">
        {t('pair')}
      </h3>
      {pair === null ? (
        <p className="mt-2">{t('noPair')}</p>
      ) : (
        <>
          <ul className="mt-2">
            {[pair.a, pair.b].map(view => (
              <li key={view.run.runId} className="border-t border-line py-1">
                <Code>{view.environment}</Code> <RunLink page={page} view={view} />{' '}
                <span className="text-muted">
                  <DayText day={dayInTbilisi(view.finishedAt)} />
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-1 print:hidden">
            <a
              href={pageHref(page, `/evidence/compare${queryText({ a: nameOf(pair.a), b: nameOf(pair.b) })}`)}
              className="inline-block py-1"
            >
              {t('pairLink')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}
