import { useTranslations } from 'next-intl'
import { MoveEntry } from '#components/slips/move-entry.tsx'
import { MovedMark } from '#components/slips/moved-mark.tsx'
import { useMovesWords } from '#components/slips/moves-words.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import { newestMoves } from '#features/checklist/target-move-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'

/** Moves that a list has room for; the history of the workstream has all. */
const ROOM = 5

/** How a target date came to be what it is: each move with its day, role and reason; nothing where it was never moved. */
export function TargetMovesNote({ workstream, locale }: { workstream: WorkstreamView; locale: Locale }) {
  const t = useTranslations('slips')
  const words = useMovesWords()
  const { moves } = workstream
  if (!moves) return null
  const { newest, earlier } = newestMoves(moves, ROOM)
  return (
    <details className="max-w-xs text-small print:max-w-none">
      <summary className="cursor-pointer py-1 print:list-none print:py-0">
        <MovedMark />
        {words(moves)}
      </summary>
      <ol className="space-y-2 pt-1 ps-3 print:space-y-1 print:pt-0">
        {newest.map(move => (
          <MoveEntry key={move.hash} move={move} locale={locale} />
        ))}
      </ol>
      {earlier > 0 && <p className="pt-1 ps-3 text-muted">{t('earlierMoves', { count: earlier })}</p>}
    </details>
  )
}
