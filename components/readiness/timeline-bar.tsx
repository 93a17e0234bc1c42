import { useTranslations } from 'next-intl'
import { useInlineAxis } from '#components/chart/inline-axis.ts'
import { useMovesWords } from '#components/slips/moves-words.ts'
import { useDayFormat } from '#components/text/day.tsx'
import { useWording } from '#components/text/wording.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { TimeScale } from '#features/checklist/timeline-rules.ts'
import { clauses } from '#features/localization/join-rules.ts'

/** One workstream on the axis: its target date, the one first set where it was moved, the time overdue, the line of the day. */
export function TimelineBar(props: { scale: TimeScale; workstream: WorkstreamView; day: Day }) {
  const { scale, workstream, day } = props
  const { status, targetDate, overdueDays, moves } = workstream
  const t = useTranslations()
  const formatDay = useDayFormat()
  const movesWords = useMovesWords()
  const wording = useWording()
  const axis = useInlineAxis()
  const target = axis.at(scale.at(targetDate))
  const today = axis.at(scale.at(day))
  const isBlocked = status === 'BLOCKED'
  // By its number: a label cannot say the language of a title.
  const label = t('readiness.timeline.row', {
    number: workstream.number,
    target: formatDay(targetDate),
    status: t(`status.${status}`),
    overdue: overdueDays,
  })
  return (
    <svg
      role="img"
      aria-label={moves ? clauses([label, movesWords(moves)], wording) : label}
      className="absolute inset-0 block h-full w-full overflow-visible"
    >
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" overflow="visible" aria-hidden="true">
        <path
          d={scale.ticks.map(tick => `M${axis.at(scale.at(tick))} 0v1`).join('')}
          vectorEffect="non-scaling-stroke"
          className="stroke-line"
        />
      </svg>
      <svg y="50%" overflow="visible" aria-hidden="true">
        {overdueDays > 0 && (
          <rect
            x={`${Math.min(target, today)}%`}
            width={`${Math.abs(today - target)}%`}
            y={isBlocked ? -7 : -4}
            height={isBlocked ? 14 : 8}
            className={isBlocked ? 'fill-blocked' : 'fill-overdue'}
          />
        )}
        {moves && <OriginalMark original={axis.at(scale.at(moves.original))} target={target} />}
        <svg x={`${target}%`} overflow="visible" aria-hidden="true">
          {status === 'DONE' ? (
            <circle r="6" className="fill-done" />
          ) : (
            <path d="M0-7 7 0 0 7-7 0z" strokeWidth="2" className="fill-paper stroke-ink" />
          )}
        </svg>
      </svg>
      <line x1={`${today}%`} x2={`${today}%`} y1="0" y2="100%" strokeWidth="2" className="stroke-ink" />
    </svg>
  )
}

/** Where the target date was first: an empty mark and a line from it; a ring, where the date has come back to it. */
function OriginalMark({ original, target }: { original: number; target: number }) {
  if (original === target)
    return <circle cx={`${target}%`} r="11" fill="none" strokeWidth="2" className="stroke-ink" />
  return (
    <>
      <line x1={`${original}%`} x2={`${target}%`} strokeWidth="2" className="stroke-ink" />
      <circle cx={`${original}%`} r="5" strokeWidth="2" className="fill-paper stroke-ink" />
    </>
  )
}
