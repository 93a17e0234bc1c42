import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { WordPiece } from '#features/document/word-diff-rules.ts'
import { inLanguage } from '#features/localization/direction-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

const ELEMENT = { same: 'span', gap: 'span', removed: 'del', added: 'ins' } as const

/** What became of the prevailing words since a translation was made from them, one click away. */
export function Difference({ pieces, lang }: { pieces: readonly WordPiece[]; lang: TextLocale }) {
  const t = useTranslations('translation')
  return (
    <details className="mt-1">
      <summary className="w-fit cursor-pointer py-1 text-accent">{t('difference')}</summary>
      <p className="text-muted">{t('legend')}</p>
      <p className="mt-1 break-words text-ink" {...inLanguage(lang)}>
        {pieces.map(({ kind, words }, index) => {
          const Element = ELEMENT[kind]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a constant text never move
            <Fragment key={index}>
              {index > 0 && ' '}
              <Element>{words}</Element>
            </Fragment>
          )
        })}
      </p>
    </details>
  )
}
