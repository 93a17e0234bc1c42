import { useTranslations } from 'next-intl'
import { Fact } from '#components/document/fact-list.tsx'
import { MoveEntry } from '#components/slips/move-entry.tsx'
import { useMovesWords } from '#components/slips/moves-words.ts'
import type { TargetMoves } from '#features/checklist/target-move-model.ts'
import { newestMoves } from '#features/checklist/target-move-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'

/** Moves that the facts have room for; the history has all. */
const ROOM = 3

/** How often a target date was moved from what it was first, and its newest moves; or that it never was. */
export function MovesFact({ moves, locale }: { moves: TargetMoves | null; locale: Locale }) {
  const t = useTranslations('workstream')
  const words = useMovesWords()
  if (!moves) return <Fact name={t('moves')}>{t('noMoves')}</Fact>
  const { newest, earlier } = newestMoves(moves, ROOM)
  return (
    <Fact name={t('moves')} isWide>
      <p>{words(moves)}</p>
      <ol className="mt-1 grid gap-x-8 gap-y-2 text-small sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
        {newest.map(move => (
          <MoveEntry key={move.hash} move={move} locale={locale} />
        ))}
      </ol>
      {earlier > 0 && (
        <a href="#history" className="inline-block py-1 text-small">
          {t('earlierMoves', { count: earlier })}
        </a>
      )}
    </Fact>
  )
}
