import { expect, test } from 'vitest'
import { askedPage } from '#features/portal/asked-page-rules.ts'

test.for([
  [undefined, 1],
  ['', 1],
  ['1', 1],
  ['27', 27],
  ['0', null],
  ['-1', null],
  ['1.5', null],
  ['x', null],
  ['123456', null],
] as const)('page %s of a list is %s', ([given, page]) => {
  expect(askedPage(given)).toBe(page)
})
