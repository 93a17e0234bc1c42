import { expect, test } from 'vitest'
import { groupReasons } from '#features/checklist/reason-groups-rules.ts'
import { checksByItem } from '#features/evidence/item-checks-rules.ts'

const MAPPED = {
  number: 2,
  freshness: 30,
  checks: ['key-is-intent', 'order-per-intent', 'claims-agree'],
  items: [
    { item: 1, checks: ['key-is-intent'] },
    { item: 5, checks: ['key-is-intent', 'order-per-intent'] },
  ],
} as const

test('checks stand with the items that they bear on, the others apart', () => {
  const { ofItem, ofNone } = checksByItem(MAPPED, 5)
  expect([1, 2, 5].map(ofItem)).toEqual([['key-is-intent'], [], ['key-is-intent', 'order-per-intent']])
  expect(ofNone).toEqual(['claims-agree'])
})

test('no check is lost where a translation has fewer items', () => {
  expect(checksByItem(MAPPED, 4).ofNone).toEqual(['order-per-intent', 'claims-agree'])
})

test('reasons of a kind and environment are one sentence, in the order of their weight', () => {
  expect(
    groupReasons([
      { code: 'evidence-stale', workstream: 1, environment: 'stage' },
      { code: 'not-done', workstream: 2, environment: null },
      { code: 'evidence-stale', workstream: 1, environment: 'prod' },
      { code: 'evidence-stale', workstream: 3, environment: 'stage' },
      { code: 'review-overdue', workstream: null, environment: null },
    ]),
  ).toEqual([
    { code: 'not-done', environment: null, numbers: [2] },
    { code: 'review-overdue', environment: null, numbers: [] },
    { code: 'evidence-stale', environment: 'stage', numbers: [1, 3] },
    { code: 'evidence-stale', environment: 'prod', numbers: [1] },
  ])
})
