import { expect, test } from 'vitest'
import { stableUrn } from '#features/portal/urn-rules.ts'

test('a name is a UUID of the custom kind, the same for the same parts and no other', () => {
  const urn = stableUrn('entry', 'ka', '80_chain/x', 'abc')
  expect(urn).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(stableUrn('entry', 'ka', '80_chain/x', 'abc')).toBe(urn)
  expect(stableUrn('entry', 'ka', '80_chain/xabc', '')).not.toBe(urn)
})
