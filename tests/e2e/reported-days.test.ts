import { describe, expect, inject } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST, LOCALES, type Locale } from './places.ts'
import { test } from './reader.ts'
import { blockerOf, trackerOf } from './tracker.ts'

const ID = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'
const TODAY = 'today'

const STATUS = { T: 'TODO', I: 'IN_PROGRESS', B: 'BLOCKED', D: 'DONE' } as const
const FRIDAY = {
  u: 'updated',
  c: 'confirmed',
  d: 'due',
  x: 'exempt',
  '-': null,
} as const

const SECRETS: Record<Locale, string> = {
  ka: 'საიდუმლო მონაცემების მმართველზე წვდომა ჯერ არ არის გაცემული.',
  en: 'Access to the secrets manager has not been granted yet.',
}

interface Facts {
  readonly day: string
  /** Of the workstreams 1 to 12: first letters of their statuses; how they stand to the Friday of that week. */
  readonly statuses: string
  readonly fridays: string
  /** Target dates, in March, that are not those of the baseline. */
  readonly moved: Readonly<Record<number, number>>
  /** Number of moves to a later day. */
  readonly slips: Readonly<Record<number, number>>
  /** The blocked workstream and its words. */
  readonly blocker: { readonly number: number; readonly note: (locale: Locale) => string } | null
  /** Instant of the commit whose text stood. */
  readonly text: string
}

/** What this test looks at of a workstream in the API. */
interface Workstream {
  readonly number: number
  readonly title: { readonly text: string }
  readonly ownerRole: string
  readonly status: string
  readonly targetDate: string
  readonly slips: readonly object[]
  readonly friday: string | null
  readonly blockerNotes: readonly {
    readonly text: string
    readonly lang: string
    readonly clearedOn: string | null
  }[]
}

const TERRAFORM = { number: 10, note: blockerOf }
const ACCESS = { number: 6, note: (locale: Locale) => SECRETS[locale] }

/** What the portal of reported-content.ts is to show of each day. */
const DAYS: readonly Facts[] = [
  {
    day: '2026-03-04',
    statuses: 'DDTDTTTTTBTT',
    fridays: '------------',
    moved: {},
    slips: {},
    blocker: TERRAFORM,
    text: '2026-03-04T05:00:00.000Z',
  },
  {
    day: '2026-03-06',
    statuses: 'DDTDTTTTTBTT',
    fridays: '------------',
    moved: {},
    slips: {},
    blocker: TERRAFORM,
    text: '2026-03-04T05:00:00.000Z',
  },
  {
    day: '2026-03-13',
    statuses: 'DDIDIITTTITT',
    fridays: 'xxuxuuccdudd',
    moved: { 5: 20, 10: 19 },
    slips: { 5: 1, 10: 1 },
    blocker: null,
    text: '2026-03-13T16:00:00.000Z',
  },
  {
    day: '2026-03-14',
    statuses: 'DDIDIITTTITT',
    fridays: 'xxdxdddddddd',
    moved: { 5: 20, 10: 19 },
    slips: { 5: 1, 10: 1 },
    blocker: null,
    text: '2026-03-13T16:00:00.000Z',
  },
  {
    day: '2026-03-18',
    statuses: 'DDDDIBTTTITT',
    fridays: 'xxuxdudddddd',
    moved: { 5: 20, 10: 19 },
    slips: { 5: 1, 10: 1 },
    // The document says so only two days later: these are the words of the ledger.
    blocker: ACCESS,
    text: '2026-03-13T16:00:00.000Z',
  },
  {
    day: '2026-03-20',
    statuses: 'DDDDIBITTDTT',
    fridays: 'xxuxuuuccucc',
    moved: { 5: 27, 10: 19 },
    slips: { 5: 2, 10: 1 },
    blocker: ACCESS,
    text: '2026-03-20T16:00:00.000Z',
  },
  {
    day: '2026-03-27',
    statuses: 'DDIDDIITTDTT',
    fridays: 'xxuxuucddxdd',
    moved: { 5: 27, 10: 19 },
    slips: { 5: 2, 10: 1 },
    blocker: null,
    text: '2026-03-27T16:00:00.000Z',
  },
  {
    day: TODAY,
    statuses: 'DDIDDIITTDTT',
    fridays: 'xxdxxddddxdd',
    moved: { 5: 27, 10: 19 },
    slips: { 5: 2, 10: 1 },
    blocker: null,
    text: '2026-03-27T16:00:00.000Z',
  },
]

const asOf = (day: string): string => (day === TODAY ? '' : `asOf=${day}`)

const read = async (address: string) => JSON.parse((await ask(address, { origin: inject('reported') })).body)

const targetIn = (facts: Facts, number: number, baseline: string): string => {
  const moved = facts.moved[number]
  return moved === undefined ? baseline : `2026-03-${String(moved).padStart(2, '0')}`
}

const letterOf = (signs: string, number: number) => signs.charAt(number - 1)

describe.for(LOCALES)('the reported portal in %s', locale => {
  describe.for(DAYS)('as $day ended', facts => {
    const { statuses, fridays, slips, blocker, text } = facts
    const statusOf = (number: number) => STATUS[letterOf(statuses, number) as keyof typeof STATUS]
    const rows = trackerOf(locale).map(({ number, title, owner, target }) => ({
      number,
      title,
      owner,
      target: targetIn(facts, number, target),
      status: statusOf(number),
    }))

    test('its API has the statuses, dates, slips, notes and Friday states of that day', async () => {
      const { workstreams, readiness, document } = await read(
        `/api/v1/checklists/${ID}?locale=${locale}&${asOf(facts.day)}`,
      )
      expect(
        (workstreams as Workstream[]).map(({ title, slips: moves, blockerNotes, ...each }) => ({
          number: each.number,
          title: title.text,
          ownerRole: each.ownerRole,
          status: each.status,
          targetDate: each.targetDate,
          slips: moves.length,
          friday: each.friday,
          standing: blockerNotes.filter(note => note.clearedOn === null).map(note => [note.text, note.lang]),
        })),
      ).toEqual(
        rows.map(({ number, title, owner, target, status }) => ({
          number,
          title,
          ownerRole: owner,
          status,
          targetDate: target,
          slips: slips[number] ?? 0,
          friday: FRIDAY[letterOf(fridays, number) as keyof typeof FRIDAY],
          standing: blocker?.number === number ? [[blocker.note(locale), locale]] : [],
        })),
      )
      expect(readiness).toMatchObject({
        total: 12,
        done: rows.filter(({ status }) => status === 'DONE').length,
        blocked: blocker ? 1 : 0,
      })
      expect(document.text.recordedAt).toBe(text)
    })

    test('its lists of documents know the text of that day', async () => {
      for (const list of ['documents', 'checklists']) {
        const found = await read(`/api/v1/${list}?locale=${locale}&${asOf(facts.day)}`)
        const entries: { id?: string; document?: object }[] = found[list]
        const document = entries.map(entry => entry.document ?? entry).find(entry => Object(entry).id === ID)
        expect(document).toMatchObject({ text: { recordedAt: text, isLaterThanAsked: false } })
      }
    })

    test('its pages have the rows, and the words of what blocks', async ({ newPage }) => {
      const page = await newPage({ baseURL: inject('reported') })
      for (const path of ['', CHECKLIST]) {
        await page.goto(`/${locale}${path}?${asOf(facts.day)}`)
        expect(
          await page
            .locator('main table tbody tr')
            .evaluateAll(all =>
              all.map(row => [
                row.children[0]?.textContent.trim(),
                row.children[2]?.textContent.trim(),
                row.querySelector('time')?.dateTime,
                row.children[4]?.textContent.trim().split(' ').at(-1),
              ]),
            ),
        ).toEqual(rows.map(row => [String(row.number), row.owner, row.target, row.status]))
      }
      for (const { number } of rows.filter(row => [5, 6, 10].includes(row.number))) {
        await page.goto(`/${locale}${CHECKLIST}/${number}?${asOf(facts.day)}`)
        const note = page.locator('section[aria-labelledby=blocker] .prose')
        expect((await note.allTextContents()).map(words => words.trim())).toEqual(
          blocker?.number === number ? [blocker.note(locale)] : [],
        )
        expect(await page.locator('section > ol > li').count()).toBeGreaterThan(0)
      }
    })
  })

  test('there is no record before the baseline, though its lines were entered later', async () => {
    const origin = inject('reported')
    for (const address of [
      `/${locale}`,
      `/${locale}${CHECKLIST}`,
      `/${locale}${CHECKLIST}/6`,
      `/${locale}/changes`,
      `/api/v1/checklists/${ID}`,
    ])
      for (const [day, status] of [
        ['2026-03-03', 404],
        ['2026-03-04', 200],
      ])
        expect([address, (await ask(`${address}?asOf=${day}`, { origin })).status]).toEqual([address, status])
  })

  test('no line recorded after a day is on any page of that day', async () => {
    for (const path of ['', CHECKLIST, `${CHECKLIST}/6`, '/changes?from=2026-03-13']) {
      const sign = path.includes('?') ? '&' : '?'
      const { status, body } = await ask(`/${locale}${path}${sign}asOf=2026-03-17`, {
        origin: inject('reported'),
      })
      expect([path, status]).toEqual([path, 200])
      expect(body).not.toContain(SECRETS[locale])
    }
  })
})
