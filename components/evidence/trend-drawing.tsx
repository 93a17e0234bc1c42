import { useTranslations } from 'next-intl'
import { useInlineAxis } from '#components/chart/inline-axis.ts'
import { FINDING_COLOUR } from '#components/evidence/finding-mark.tsx'
import { useDayFormat } from '#components/text/day.tsx'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { FINDINGS, type Finding } from '#features/evidence/finding-model.ts'
import { RUNS_A_PAGE } from '#features/evidence/run-page-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { type TrendBar, trendOf } from '#features/evidence/trend-rules.ts'

/** Heights in CSS pixels. */
const BAR = 120
const ABOVE = 20

/** How a part of a bar is filled, to be told apart without colour: crossed, striped, full, hollow. */
const FILL: Record<Finding, string> = {
  failed: 'url(#trend-failed)',
  warned: 'url(#trend-warned)',
  passed: 'currentColor',
  'not-run': 'none',
}

/** Findings run by run: a bar a run. */
export function TrendDrawing({ runs }: { runs: readonly RunView[] }) {
  const t = useTranslations('evidence')
  const formatDay = useDayFormat()
  const bars = trendOf(runs)
  const dayOf = (bar: TrendBar | undefined) => bar && formatDay(dayInTbilisi(bar.view.finishedAt))
  return (
    <figure aria-labelledby="trend" className="mt-6 print:break-inside-avoid">
      <h3 id="trend" className="font-semibold">
        {t('trend.title')}
      </h3>
      <figcaption className="mt-1 max-w-prose text-small text-muted">{t('trend.caption')}</figcaption>
      <Legend />
      <svg
        role="img"
        aria-label={t('trend.label', { count: bars.length })}
        width="100%"
        height={BAR + ABOVE + 2}
        className="mt-3 block"
      >
        <Patterns />
        {bars.map((bar, index) => (
          <Bar key={bar.view.hash} bar={bar} index={index} of={bars.length} />
        ))}
      </svg>
      <p aria-hidden="true" className="border-t border-line text-small text-muted">
        {[...new Set([dayOf(bars[0]), dayOf(bars.at(-1))])].join(' – ')}
      </p>
    </figure>
  )
}

function Bar({ bar: { parts, counts }, index, of }: { bar: TrendBar; index: number; of: number }) {
  const slot = 100 / Math.min(Math.max(of, 8), RUNS_A_PAGE)
  const axis = useInlineAxis()
  const width = slot * 0.7
  const begin = index * slot + slot * 0.15
  const x = axis.from(begin, begin + width)
  return (
    <>
      {counts.failed > 0 && (
        <text
          x={`${x + width / 2}%`}
          y={ABOVE - 6}
          textAnchor="middle"
          className="fill-blocked text-small font-semibold"
        >
          {counts.failed}
        </text>
      )}
      {parts.map(({ finding, from, height }) => (
        <rect
          key={finding}
          x={`${x}%`}
          width={`${width}%`}
          y={ABOVE + (from / 100) * BAR}
          height={(height / 100) * BAR}
          fill={FILL[finding]}
          stroke="currentColor"
          strokeDasharray={finding === 'not-run' ? '3 3' : undefined}
          className={FINDING_COLOUR[finding]}
        />
      ))}
    </>
  )
}

function Patterns() {
  return (
    <defs>
      <pattern id="trend-failed" width="8" height="8" patternUnits="userSpaceOnUse" className="text-blocked">
        <rect width="8" height="8" fill="currentColor" />
        <path d="m0 0 8 8m0-8-8 8" stroke="var(--paper)" strokeWidth="1" />
      </pattern>
      <pattern id="trend-warned" width="6" height="6" patternUnits="userSpaceOnUse" className="text-progress">
        <path d="m-1 7 8-8M-1 1l2-2m4 8 2-2" stroke="currentColor" strokeWidth="1.5" />
      </pattern>
    </defs>
  )
}

function Legend() {
  const t = useTranslations('verdict.finding')
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-small">
      {FINDINGS.map(finding => (
        <li key={finding} className="flex items-center gap-2">
          <svg width="18" height="18" aria-hidden="true" className={`shrink-0 ${FINDING_COLOUR[finding]}`}>
            <rect
              x="1"
              y="1"
              width="16"
              height="16"
              fill={FILL[finding]}
              stroke="currentColor"
              strokeDasharray={finding === 'not-run' ? '3 3' : undefined}
            />
          </svg>
          {t(finding)}
        </li>
      ))}
    </ul>
  )
}
