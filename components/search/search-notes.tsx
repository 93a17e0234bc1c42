import { useFormatter, useTranslations } from 'next-intl'
import { WithheldNotes } from '#components/evidence/withheld-notes.tsx'
import type { SearchFound } from '#features/search/search-model.ts'

/** What a reader must know of how the results came about. */
export function SearchNotes({ found }: { found: SearchFound }) {
  const t = useTranslations('search')
  const format = useFormatter()
  const { total, whole, isCut, replaced, leftOut, withheld } = found
  return (
    <>
      {replaced
        .filter(word => word.found.length > 0)
        .map(word => (
          <p key={word.asked} className="mt-2 max-w-prose">
            {t('replaced', { asked: word.asked, found: format.list(word.found) })}
          </p>
        ))}
      {whole < total && <p className="mt-2 max-w-prose">{t('partial', { count: whole })}</p>}
      {isCut && <p className="mt-2 max-w-prose">{t('cut')}</p>}
      {leftOut > 0 && <p className="mt-2 max-w-prose">{t('leftOut', { count: leftOut })}</p>}
      <WithheldNotes withheld={withheld} />
    </>
  )
}
