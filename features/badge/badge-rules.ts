import { directionOf } from '#features/localization/direction-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { element, xmlDocument } from '#features/xml/xml-rules.ts'

export type Tone = 'good' | 'going' | 'waiting' | 'bad' | 'unknown'

/** Backgrounds on which white text has a contrast of at least 4.5. */
const COLOURS: Record<Tone, string> = {
  good: '#1a7f37',
  going: '#0a58ca',
  waiting: '#8a5a00',
  bad: '#b42318',
  unknown: '#5c5c5c',
}
const LABEL_COLOUR = '#2b2b2b'

export interface Badge {
  readonly locale: Locale
  readonly label: string
  readonly value: string
  /** Both, for whoever does not see it. */
  readonly title: string
  readonly tone: Tone
}

const HEIGHT = 20
const PADDING = 6
const SIZE = 11

/** Width of a text in pixels, about: the reader's font is not known, and the text is drawn to fit. */
const widthOf = (text: string): number =>
  Math.ceil(Array.from(text).reduce((sum, sign) => sum + (/[\u10A0-\u10FF]/.test(sign) ? 7.2 : 6.4), 0))

const textAt = (x: number, text: string, width: number) =>
  element('text', { x, y: 14, textLength: width, lengthAdjust: 'spacingAndGlyphs' }, text)

/** A badge as SVG: drawn text without script, style or font of its own. */
export function badgeOf({ locale, label, value, title, tone }: Badge): string {
  const [labelWidth, valueWidth] = [widthOf(label), widthOf(value)]
  const split = labelWidth + 2 * PADDING
  const width = split + valueWidth + 2 * PADDING
  const isFromRight = directionOf(locale) === 'rtl'
  /** The left end of a text that is so far from where the badge begins. */
  const at = (place: number, textWidth: number) => (isFromRight ? width - place - textWidth : place)
  return xmlDocument(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width,
        height: HEIGHT,
        viewBox: `0 0 ${width} ${HEIGHT}`,
        role: 'img',
        'aria-labelledby': 'title',
        'xml:lang': locale,
        lang: locale,
      },
      element('title', { id: 'title' }, title),
      element('rect', { width, height: HEIGHT, rx: 3, fill: LABEL_COLOUR }),
      element('path', {
        d: `M${split} 0H${width - 3}a3 3 0 0 1 3 3V${HEIGHT - 3}a3 3 0 0 1-3 3H${split}z`,
        fill: COLOURS[tone],
        ...(isFromRight ? { transform: `matrix(-1 0 0 1 ${width} 0)` } : {}),
      }),
      element(
        'g',
        {
          fill: '#ffffff',
          'font-family': "'Noto Sans Georgian Variable', 'Noto Sans Georgian', 'Noto Sans', sans-serif",
          'font-size': SIZE,
          'aria-hidden': 'true',
          ...(isFromRight ? { direction: 'rtl', 'text-anchor': 'end' } : {}),
        },
        textAt(at(PADDING, labelWidth), label, labelWidth),
        textAt(at(split + PADDING, valueWidth), value, valueWidth),
      ),
    ),
  )
}
