import { expect, test } from 'vitest'
import { isServed, LONGEST_ADDRESS, pageHref } from '#features/portal/page-model.ts'
import { parseAddress } from '#server/address.ts'
import { day } from '#tests/unit/checklist/stories.ts'

const today = { locale: 'ka', asOf: { day: day('2026-03-18'), isToday: true } } as const
const past = { locale: 'en', asOf: { day: day('2026-03-10'), isToday: false } } as const

test.for([
  [today, '', '/ka'],
  [today, '/docs/a#b', '/ka/docs/a#b'],
  [today, '/changes?from=2026-03-06', '/ka/changes?from=2026-03-06'],
  [past, '', '/en?asOf=2026-03-10'],
  [past, '/docs/a#b', '/en/docs/a?asOf=2026-03-10#b'],
  [past, '/docs/a/1?before=51#history', '/en/docs/a/1?before=51&asOf=2026-03-10#history'],
] as const)('a link keeps language and day, query and fragment: %#', ([page, path, address]) => {
  expect(pageHref(page, path)).toBe(address)
})

test('an address is served as far as the gate reads it, its fragment not counted', () => {
  for (const over of [0, 1]) {
    const address = `/ka/evidence/dev/a?intent=${'a'.repeat(LONGEST_ADDRESS)}`.slice(
      0,
      LONGEST_ADDRESS + over,
    )
    expect([isServed(`${address}#chain`), parseAddress(address) !== null]).toEqual([over === 0, over === 0])
  }
  const georgian = new URLSearchParams({ intent: 'ა'.repeat(500) })
  expect(isServed(`/ka/evidence/dev/a?${georgian}#chain`)).toBe(false)
})
