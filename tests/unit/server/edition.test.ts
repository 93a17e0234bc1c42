import { describe, expect, test } from 'vitest'
import { contentEditions, dayEditions } from '#server/edition.ts'

const MIDNIGHT_IN_TBILISI = Date.parse('2026-03-10T20:00:00Z')

function story() {
  const state = { revision: 'a', ingestedAt: new Date(0), isDown: false, now: MIDNIGHT_IN_TBILISI - 60_000 }
  const editions = contentEditions(
    async () => {
      if (state.isDown) throw new Error('no database')
      return { revision: state.revision, ingestedAt: state.ingestedAt }
    },
    () => state.now,
  )
  return { state, editions }
}

describe('the newest edition', () => {
  test('is unknown until it was seen once', () => {
    expect(story().editions.current()).toBeNull()
  })

  test('stays the same one as long as revision and day do', async () => {
    const { state, editions } = story()
    const first = await editions.confirm()
    state.now += 1000
    expect(await editions.confirm()).toBe(first)
    expect(first.confirmedAt).toBe(state.now)
  })

  test('is another one with a new revision, and with a new day in Tbilisi', async () => {
    const { state, editions } = story()
    const first = await editions.confirm()
    state.revision = 'b'
    const second = await editions.confirm()
    state.now = MIDNIGHT_IN_TBILISI
    const third = await editions.confirm()
    expect(new Set([first, second, third]).size).toBe(3)
    expect([second.day, third.day]).toEqual(['2026-03-10', '2026-03-11'])
  })

  test('is another one where the same revision was taken in again', async () => {
    const { state, editions } = story()
    const first = await editions.confirm()
    state.ingestedAt = new Date(1)
    expect(await editions.confirm()).not.toBe(first)
  })

  test('is in doubt five seconds after it was last confirmed, and certain again once it is', async () => {
    const { state, editions } = story()
    const edition = await editions.confirm()
    state.isDown = true
    state.now += 5000
    await expect(editions.confirm()).rejects.toThrow('no database')
    expect(editions.current()).toBe(edition)
    state.now += 1
    expect(editions.current()).toBeNull()
    state.isDown = false
    await editions.confirm()
    expect(editions.current()).toBe(edition)
  })

  test('does not exist where nothing was ingested', async () => {
    const editions = contentEditions(async () => null)
    await expect(editions.confirm()).rejects.toThrow('Nothing has been ingested')
    expect(editions.current()).toBeNull()
  })
})

test('what needs no database is of an edition a day', async () => {
  let now = MIDNIGHT_IN_TBILISI - 1
  const editions = dayEditions(() => now)
  const evening = editions.current()
  expect(await editions.confirm()).toBe(evening)
  now += 1
  expect(editions.current()).not.toBe(evening)
})
