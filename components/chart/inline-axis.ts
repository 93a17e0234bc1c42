import { useLocale } from 'next-intl'
import { directionOf } from '#features/localization/direction-rules.ts'

export interface InlineAxis {
  /** A place, in per cent of the width, that is so far from where a line of the language begins. */
  readonly at: (place: number) => number
  /** The left end, in per cent, of what reaches from one place to another. */
  readonly from: (one: number, other: number) => number
}

/** Time and order run in a drawing as words do: SVG itself counts from the left in every language. */
export function useInlineAxis(): InlineAxis {
  const isFromRight = directionOf(useLocale()) === 'rtl'
  const at = (place: number) => (isFromRight ? 100 - place : place)
  return { at, from: (one, other) => Math.min(at(one), at(other)) }
}
