import { describe, expect, test } from 'vitest'
import { FACES, facesFor, SYSTEM_SIGNS, signsInUse } from '#tests/setup/faces.ts'

const pointOf = (sign: string) => sign.codePointAt(0) ?? 0

describe('the faces of the portal', () => {
  test('have a glyph for every sign that content and interface use, and for every Georgian letter', () => {
    const missing = signsInUse().filter(
      sign =>
        !SYSTEM_SIGNS.has(sign) && !facesFor(pointOf(sign)).some(({ glyphs }) => glyphs.has(pointOf(sign))),
    )
    expect(missing).toEqual([])
  })

  test('do not hold what is left to the system', () => {
    expect([...SYSTEM_SIGNS].filter(sign => facesFor(pointOf(sign)).length > 0)).toEqual([])
  })

  test('are one for each sign: a page fetches no second one for what it shows', () => {
    for (const sign of signsInUse())
      expect([sign, facesFor(pointOf(sign)).length]).toEqual([sign, SYSTEM_SIGNS.has(sign) ? 0 : 1])
  })

  test('are six: Georgian, Latin, its extension, Cyrillic, Armenian and Arabic', () => {
    const letters = ['ა', 'a', 'ş', 'я', 'ա', 'ع'].map(sign =>
      facesFor(pointOf(sign)).map(({ file }) => file),
    )
    expect(new Set(letters.flat())).toEqual(new Set(FACES.map(({ file }) => file)))
    expect(letters.flat()).toHaveLength(6)
  })

  test('draw Mtavruli, which some writers use in titles', () => {
    const [face] = facesFor(pointOf('Ა'))
    expect([...'ᲛᲖᲐᲓᲧᲝᲤᲜᲐ'].filter(sign => !face?.glyphs.has(pointOf(sign)))).toEqual([])
  })
})
