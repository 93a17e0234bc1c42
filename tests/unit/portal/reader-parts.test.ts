import { expect, test } from 'vitest'
import { readReaderParts } from '#features/portal/reader-parts-queries.ts'
import { day } from '#tests/unit/checklist/stories.ts'

test('who looks through the eyes of a scope is shown nothing of what their own roles own', async () => {
  const reader = {
    scope: 'guest',
    viewAs: 'guest',
    roles: ['GOVERNANCE_ADMIN', 'CHAIN_OFFICER'],
    name: 'Ana',
    exit: 'x'.repeat(22),
  } as const
  // Nothing is read for it: outside a request, that would throw.
  expect(await readReaderParts(reader, 'en', { day: day('2026-03-13'), isToday: true })).toEqual({
    admin: null,
    reviewer: null,
    own: null,
  })
})
