import { useTranslations } from 'next-intl'
import { MovedMark } from '#components/slips/moved-mark.tsx'
import { useMovesWords } from '#components/slips/moves-words.ts'
import { Authored } from '#components/text/authored.tsx'
import { Code } from '#components/text/code.tsx'
import { DayText, useDayFormat } from '#components/text/day.tsx'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { TargetMove } from '#features/checklist/target-move-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

/** Moves that a list has room for; the page of the workstream has all. */
const NEWEST = 5

/** How a target date came to be what it is: each move with its day, role and reason; nothing where it was never moved. */
export function TargetMovesNote({ workstream, locale }: { workstream: WorkstreamView; locale: Locale }) {
  const t = useTranslations('slips')
  const words = useMovesWords()
  const { moves } = workstream
  if (!moves) return null
  const earlier = moves.moves.length - NEWEST
  return (
    <details className="max-w-xs text-small print:max-w-none">
      <summary className="cursor-pointer py-1 print:list-none print:py-0">
        <MovedMark />
        {words(moves)}
      </summary>
      <ol className="space-y-2 pt-1 ps-3 print:space-y-1 print:pt-0">
        {moves.moves.slice(-NEWEST).map(move => (
          <MoveEntry key={move.hash} move={move} locale={locale} />
        ))}
      </ol>
      {earlier > 0 && <p className="pt-1 ps-3 text-muted">{t('earlierMoves', { count: earlier })}</p>}
    </details>
  )
}

function MoveEntry({ move, locale }: { move: TargetMove; locale: Locale }) {
  const t = useTranslations('slips')
  const formatDay = useDayFormat()
  const reason = localizedText(move.reason, locale)
  const days = { from: formatDay(move.from), to: formatDay(move.to) }
  return (
    <li>
      {move.from < move.to ? t('moveLater', days) : t('moveEarlier', days)}
      <span className="block text-muted">
        <DayText day={dayInTbilisi(new Date(move.recordedAt))} />, <Code>{move.by}</Code>
        {reason && (
          <>
            . {t('reason')} <Authored text={reason} locale={locale} />
          </>
        )}
      </span>
    </li>
  )
}
