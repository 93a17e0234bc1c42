import { useTranslations } from 'next-intl'
import { useWording } from '#components/text/wording.ts'
import { mixtureWords } from '#features/localization/drift-words-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { Mixture } from '#features/localization/mixture-rules.ts'

/** That parts of a page count for something else than most of it, and how many; else nothing. */
export function MixtureNote({ mixture, prevailing }: { mixture: Mixture; prevailing: TextLocale }) {
  const t = useTranslations('translation')
  const words = mixtureWords(mixture, useWording(), prevailing)
  if (words.length === 0) return null
  return (
    <div className="mt-3 max-w-prose border-s-4 border-progress ps-4">
      {mixture.isMixed && <p className="font-semibold">{t('mixed.title')}</p>}
      <ul>
        {words.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
