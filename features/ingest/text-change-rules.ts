import type { TextLocale } from '#features/localization/locale-model.ts'

/** A text of a document by its words. */
export interface TextState {
  readonly path: string
  readonly locale: TextLocale
  /** Of its words. */
  readonly hash: string
}

export interface TextChange {
  readonly path: string
  readonly locale: TextLocale
  readonly change: 'came' | 'changed' | 'gone'
}

const keyOf = ({ path, locale }: TextState): string => `${path} ${locale}`

/** Which texts came, have other words, or are gone. @param before the texts that stood @param after those that stand */
export function textChanges(before: readonly TextState[], after: readonly TextState[]): TextChange[] {
  const hashes = new Map(before.map(state => [keyOf(state), state.hash]))
  const kept = new Set(after.map(keyOf))
  const told = ({ path, locale }: TextState, change: TextChange['change']) => ({ path, locale, change })
  return [
    ...after.flatMap(state => {
      const hash = hashes.get(keyOf(state))
      if (hash === state.hash) return []
      return told(state, hash === undefined ? 'came' : 'changed')
    }),
    ...before.filter(state => !kept.has(keyOf(state))).map(state => told(state, 'gone')),
  ]
}
