import { describe, expect, test } from 'vitest'
import { badgeOf } from '#features/badge/badge-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'

const placesOf = (locale: Locale, label: string, value: string) => {
  const svg = badgeOf({ locale, label, value, title: `${label}: ${value}`, tone: 'good' })
  return [...svg.matchAll(/<text x="([\d.]+)"/g)].map(([, x]) => Number(x))
}

describe('a badge', () => {
  test('begins with its label, from the side that its language begins at', () => {
    const [label = 0, value = 0] = placesOf('en', 'Readiness', 'ready')
    expect(label).toBeLessThan(value)
    const [arabicLabel = 0, arabicValue = 0] = placesOf('ar', 'الجاهزية', 'جاهز')
    expect(arabicLabel).toBeGreaterThan(arabicValue)
  })

  test('has its texts within it', () => {
    for (const locale of ['ka', 'ar'] as const)
      for (const x of placesOf(locale, 'abc', 'abcdefgh')) expect(x).toBeGreaterThan(0)
  })
})
