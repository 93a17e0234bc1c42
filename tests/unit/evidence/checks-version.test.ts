import { expect, test, vi } from 'vitest'
import { CHECKS_VERSION, versionOf } from '#features/evidence/checks-version-model.ts'

const contracts = new Map<string, object>([['mint.requested@v1', { type: 'object' }]])
const version = versionOf(1, contracts, [])

test.for<[string, number]>([
  ['a new contract', versionOf(1, new Map([...contracts, ['mint.requested@v2', {}]]), [])],
  ['a changed one', versionOf(1, new Map([['mint.requested@v1', { type: 'string' }]]), [])],
  ['a change in what contracts share', versionOf(1, contracts, [{}])],
  ['another number', versionOf(2, contracts, [])],
])('%s makes another version of the checks, so that runs are judged again', ([, other]) => {
  expect(other).not.toBe(version)
})

test('the same checks and contracts have the same version, which fits the column', () => {
  expect(versionOf(1, new Map(contracts), [])).toBe(version)
  for (const each of [version, CHECKS_VERSION]) {
    expect(Number.isInteger(each)).toBe(true)
    expect(each).toBeGreaterThanOrEqual(0)
    expect(each).toBeLessThan(2 ** 31)
  }
})

test('another version of the checks makes another revision of the content', async () => {
  const revisionBy = async (CHECKS_VERSION: number) => {
    vi.resetModules()
    vi.doMock('#features/evidence/checks-version-model.ts', () => ({ CHECKS_VERSION }))
    const { revisionOf } = await import('#features/ingest/projection-rules.ts')
    return revisionOf({ categories: [], terms: [], documents: [], evidence: [] })
  }
  expect(await revisionBy(1)).toBe(await revisionBy(1))
  expect(await revisionBy(2)).not.toBe(await revisionBy(1))
})
