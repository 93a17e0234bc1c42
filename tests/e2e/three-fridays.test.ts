import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { test as base, describe, expect, inject, vi } from 'vitest'
import { startPortal } from '#tests/setup/portal.ts'
import { atomIn } from './atom.ts'
import { ask } from './http.ts'
import { CHECKLIST } from './places.ts'
import { Repository } from './story/repository.ts'
import { OWNERS, play } from './story/three-fridays.ts'

// The whole story runs some thirty commands before the first of them.
vi.setConfig({ testTimeout: 300_000 })

const ID = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'

interface Workstream {
  readonly number: number
  readonly status: string
  readonly targetDate: string
  readonly slips: readonly unknown[]
  readonly friday: string
}

const test = base
  .extend('began', { scope: 'file' }, () => '2026-03-04T09:00:00+04:00')
  .extend('story', { scope: 'file' }, ({ began }, { onCleanup }) => {
    const repository = new Repository(OWNERS, began)
    onCleanup(() => repository.remove())
    return { repository, merge: play(repository) }
  })
  .extend('origin', { scope: 'file' }, async ({ story }, { onCleanup }) => {
    const { origin, gate } = await startPortal(inject('adminUrl'), { content: story.repository.folder })
    onCleanup(() => gate.stop())
    return origin
  })

/** Status and target date of what changed by the end of a day; the others are as in the document's first table. */
const FACTS: Record<string, Readonly<Record<number, readonly [status: string, target: string]>>> = {
  '2026-03-11': { 3: ['IN_PROGRESS', '2026-03-09'], 10: ['IN_PROGRESS', '2026-03-19'] },
  '2026-03-13': {
    3: ['IN_PROGRESS', '2026-03-09'],
    6: ['IN_PROGRESS', '2026-03-10'],
    10: ['IN_PROGRESS', '2026-03-19'],
  },
  '2026-03-18': {
    3: ['IN_PROGRESS', '2026-03-09'],
    5: ['IN_PROGRESS', '2026-03-20'],
    6: ['BLOCKED', '2026-03-10'],
    10: ['IN_PROGRESS', '2026-03-19'],
  },
  '2026-03-20': {
    3: ['IN_PROGRESS', '2026-03-09'],
    5: ['IN_PROGRESS', '2026-03-20'],
    6: ['BLOCKED', '2026-03-10'],
    7: ['IN_PROGRESS', '2026-03-11'],
    10: ['DONE', '2026-03-19'],
    11: ['IN_PROGRESS', '2026-03-13'],
  },
  '2026-03-27': {
    3: ['DONE', '2026-03-09'],
    5: ['DONE', '2026-03-20'],
    6: ['IN_PROGRESS', '2026-03-10'],
    7: ['IN_PROGRESS', '2026-03-11'],
    9: ['IN_PROGRESS', '2026-04-03'],
    10: ['DONE', '2026-03-19'],
    11: ['IN_PROGRESS', '2026-03-13'],
  },
}

const FIRST: readonly (readonly [status: string, target: string])[] = [
  ['DONE', '2026-03-04'],
  ['DONE', '2026-03-04'],
  ['TODO', '2026-03-09'],
  ['DONE', '2026-03-04'],
  ['TODO', '2026-03-10'],
  ['TODO', '2026-03-10'],
  ['TODO', '2026-03-11'],
  ['TODO', '2026-03-11'],
  ['TODO', '2026-03-12'],
  ['BLOCKED', '2026-03-12'],
  ['TODO', '2026-03-13'],
  ['TODO', '2026-03-14'],
]

const expectedOn = (day: string) =>
  FIRST.map((first, index) => [index + 1, ...(FACTS[day]?.[index + 1] ?? first)] as const)

const DAYS = Object.keys(FACTS)

/** How each workstream stands to the week of that day, from the first to the twelfth. */
const FRIDAYS: Record<string, string> = {
  '2026-03-11': 'exempt exempt updated exempt due due due due due updated due due',
  '2026-03-13': 'exempt exempt updated exempt confirmed updated confirmed confirmed due updated due due',
  '2026-03-18': 'exempt exempt due exempt updated updated due due due due due due',
  '2026-03-20': 'exempt exempt due exempt updated updated updated confirmed confirmed updated updated due',
  '2026-03-27': 'exempt exempt updated exempt updated updated confirmed due updated exempt confirmed due',
}

/** Workstreams whose date was ever moved later by then. */
const SLIPPED: Record<string, readonly number[]> = {
  '2026-03-11': [10],
  '2026-03-13': [10],
  '2026-03-18': [5, 6, 10],
  '2026-03-20': [5, 6, 10],
  '2026-03-27': [5, 6, 9, 10],
}

/** Lines that changed something by then, and Fridays gone by without a report in time. */
const TOLD: Record<string, { readonly changes: number; readonly missed: number }> = {
  '2026-03-11': { changes: 2, missed: 0 },
  '2026-03-13': { changes: 3, missed: 0 },
  '2026-03-18': { changes: 7, missed: 3 },
  '2026-03-20': { changes: 10, missed: 3 },
  '2026-03-27': { changes: 14, missed: 5 },
}

test('two branches that both report on 5 and 6 conflict, and come together without a line lost', ({
  story,
}) => {
  expect(story.merge).toEqual({ conflict: 1, passedBefore: false, passedAfter: true })
  const { status, output } = story.repository.mza('2026-03-28T10:00:00+04:00', 'check')
  expect([status, output]).toEqual([0, expect.not.stringContaining('error')])
})

describe.for(DAYS)('as %s ended', day => {
  test('the API knows each status, date, slip and Friday', async ({ origin }) => {
    const { body } = await ask(`/api/v1/checklists/${ID}?locale=en&asOf=${day}`, { origin })
    const { workstreams }: { workstreams: Workstream[] } = JSON.parse(body)
    expect(workstreams.map(({ number, status, targetDate }) => [number, status, targetDate])).toEqual(
      expectedOn(day),
    )
    expect(workstreams.filter(({ slips }) => slips.length > 0).map(({ number }) => number)).toEqual(
      SLIPPED[day],
    )
    expect(workstreams.map(({ friday }) => friday).join(' ')).toBe(FRIDAYS[day])
  })

  test('the page shows each status and date', async ({ origin }) => {
    const { body } = await ask(`/en?asOf=${day}`, { origin })
    const [, table = ''] = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(body) ?? []
    const rows = table.split('<tr').slice(1)
    const shown = rows.map((row, index) => [
      index + 1,
      row
        .replaceAll('<wbr>', '')
        .match(/\b(?:TODO|IN_PROGRESS|BLOCKED|DONE)\b/g)
        ?.at(-1),
      /datetime="([\d-]+)"/.exec(row)?.[1],
    ])
    expect(shown).toEqual(expectedOn(day))
  })

  test('the CSV has each status and date, and no formula', async ({ origin }) => {
    const { body } = await ask(`/en/index.csv?asOf=${day}`, { origin })
    const rows: Record<string, string>[] = parse(body, { bom: true, columns: true })
    expect(rows.map(row => [Number(row['No.']), row['Status code'], row['Target date']])).toEqual(
      expectedOn(day),
    )
    expect(rows.flatMap(row => Object.values(row)).filter(cell => /^[=+@\t\r-]/.test(cell))).toEqual([])
  })

  test('the feed tells of each change up to then, and of none after', async ({ origin }) => {
    const { entries } = atomIn((await ask(`/feeds/en.atom?asOf=${day}`, { origin })).body)
    const missed = entries.filter(({ kind }) => kind === 'missed-friday')
    expect({ changes: entries.length - missed.length, missed: missed.length }).toEqual(TOLD[day])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    const end = Date.parse(`${day}T23:59:59.999+04:00`)
    expect(entries.filter(({ updated }) => Date.parse(updated) > end)).toEqual([])
  })

  test('the calendar has the target date of each workstream', async ({ origin }) => {
    const { body } = await ask(`/calendar/en.ics?asOf=${day}`, { origin })
    const targets = new ICAL.Component(ICAL.parse(body))
      .getAllSubcomponents('vevent')
      .filter(event => String(event.getFirstPropertyValue('categories')) === 'TARGET')
      .map(event => {
        const [, number] = /\/(\d+)(?:\?|$)/.exec(String(event.getFirstPropertyValue('url'))) ?? []
        return [Number(number), String(event.getFirstPropertyValue('dtstart'))] as const
      })
    expect(targets.toSorted(([a], [b]) => a - b)).toEqual(
      expectedOn(day).map(([number, , target]) => [number, target]),
    )
  })
})

test('a formula that an owner wrote is shown as words', async ({ origin }) => {
  const { body } = await ask(`/en${CHECKLIST}/5?asOf=2026-03-20`, { origin })
  expect(body).toContain('=HYPERLINK("https://example.org")')
})
