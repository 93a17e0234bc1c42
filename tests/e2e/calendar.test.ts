import ICAL from 'ical.js'
import { describe, expect, inject, test } from 'vitest'
import { ask } from './http.ts'
import { LOCALES } from './places.ts'

const DAYS = ['2026-03-04', '2026-03-13', '2026-03-20', '2026-03-27', '2026-04-03']

const read = async (address: string, origin = inject('reported')) => {
  const { body } = await ask(address, { origin })
  const calendar = new ICAL.Component(ICAL.parse(body))
  return {
    body,
    events: calendar.getAllSubcomponents('vevent').map(component => ({
      uid: String(component.getFirstPropertyValue('uid')),
      kind: String(component.getFirstPropertyValue('categories')),
      summary: String(component.getFirstPropertyValue('summary')),
      lang: component.getFirstProperty('summary')?.getFirstParameter('language'),
      description: String(component.getFirstPropertyValue('description')),
      start: String(component.getFirstPropertyValue('dtstart')),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      sequence: Number(component.getFirstPropertyValue('sequence')),
      url: String(component.getFirstPropertyValue('url')),
      component,
    })),
  }
}

/** The first days on which an event falls. */
const occasionsOf = (component: ICAL.Component, most: number): string[] => {
  const times = new ICAL.Event(component).iterator()
  return Array.from({ length: most }, () => times.next()?.toString()).filter(day => day !== undefined)
}

describe.for(LOCALES)('the calendar in %s', locale => {
  const path = `/calendar/${locale}.ics`

  test.for(DAYS)('has every target, the review and the duties of %s, each under one name', async day => {
    const { events, body } = await read(`${path}?asOf=${day}`)
    const kinds = Map.groupBy(events, ({ kind }) => kind)
    expect(kinds.get('TARGET')).toHaveLength(12)
    expect(kinds.get('REVIEW')?.map(({ start }) => start)).toEqual(['2026-04-04'])
    // Chain, ledger and DLQ were done from the first: three roles have never owed a report.
    expect(kinds.get('FRIDAY')).toHaveLength(7)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(body.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of body.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\r\n]/)
    }
    for (const { lang, url } of events) {
      expect(lang).toBe(locale)
      expect(url).toContain(`${inject('reported')}/${locale}/docs/`)
    }
  })

  test('keeps the names of events, and counts their changes upwards', async () => {
    const seen = new Map<string, { sequence: number; stamp: string; words: string }>()
    for (const day of DAYS)
      for (const { uid, sequence, stamp, start, summary } of (await read(`${path}?asOf=${day}`)).events) {
        const before = seen.get(uid)
        const words = `${start} ${summary}`
        if (before) {
          expect(sequence).toBeGreaterThanOrEqual(before.sequence)
          expect(stamp >= before.stamp).toBe(true)
          if (words !== before.words) expect(sequence).toBeGreaterThan(before.sequence)
        } else expect(day).toBe(DAYS[0])
        seen.set(uid, { sequence, stamp, words })
      }
    expect(seen.size).toBe(12 + 1 + 7)
  })

  test('moves a target with its slips, and says when it is done', async () => {
    const fifth = async (day: string) => {
      const { events } = await read(`${path}?asOf=${day}&role=ORCHESTRATION_ENGINEER`)
      return events.find(({ summary }) => summary.startsWith('5. '))
    }
    const [first, moved, again, done] = await Promise.all(
      ['2026-03-09', '2026-03-10', '2026-03-20', '2026-03-27'].map(fifth),
    )
    const all = [first, moved, again, done]
    expect(all.map(event => event?.start)).toEqual(['2026-03-10', '2026-03-20', '2026-03-27', '2026-03-27'])
    const sequences = all.map(event => event?.sequence ?? 0)
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b))
    expect(done?.summary).toMatch(locale === 'ka' ? /: დასრულებულია$/ : /: done$/)
    // The newest of all is the text of that Friday.
    expect(again?.stamp).toBe('2026-03-20T16:00:00Z')
    expect(again?.description).toMatch(locale === 'ka' ? /2-ჯერ.+თავდაპირველი ვადა/ : /moved later 2 times/)
  })

  test('of a role has its targets and its Fridays alone', async () => {
    const { events } = await read(`${path}?asOf=2026-03-20&role=PLATFORM_ENGINEER`)
    expect(events.map(({ kind }) => kind).toSorted()).toEqual(['FRIDAY', 'TARGET', 'TARGET'])
    const duty = events.find(({ kind }) => kind === 'FRIDAY')
    expect(duty && occasionsOf(duty.component, 3)).toEqual(['2026-03-13', '2026-03-20', '2026-03-27'])
    expect(duty?.summary).toContain('PLATFORM_ENGINEER')
  })

  test('of a role that owes nothing is a calendar all the same', async () => {
    const { events, body } = await read(`${path}?role=REVIEWER`)
    expect(events).toEqual([])
    expect(body).toContain('BEGIN:VTIMEZONE')
  })

  test('says of every text what it counts for', async () => {
    for (const { description } of (await read(path)).events)
      expect(description).toContain(locale === 'ka' ? 'უპირატესი ტექსტი' : 'the text in Georgian prevails')
  })
})

test('the duty ends with the week in which the last work of a role was done', async () => {
  const calendar = await read('/calendar/en.ics?asOf=2026-03-20&role=ORCHESTRATION_ENGINEER')
  const later = await read('/calendar/en.ics?asOf=2026-03-26&role=ORCHESTRATION_ENGINEER')
  const dutyOf = ({ events }: typeof calendar) => events.find(({ kind }) => kind === 'FRIDAY')
  const [open, over] = [dutyOf(calendar), dutyOf(later)]
  expect(open && occasionsOf(open.component, 5)).toHaveLength(5)
  expect(over && occasionsOf(over.component, 5)).toEqual(['2026-03-13', '2026-03-20', '2026-03-27'])
})

test('the same content gives the same bytes', async () => {
  const [one, other] = await Promise.all([
    ask('/calendar/ka.ics?asOf=2026-03-20', { origin: inject('reported') }),
    ask('/calendar/ka.ics?role=&asOf=2026-03-20&x=1', { origin: inject('reported') }),
  ])
  expect(one.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(other.status).toBe(400)
  const again = await ask('/calendar/ka.ics?x=1&asOf=2026-03-20', { origin: inject('reported') })
  expect(again.headers.etag).toBe(one.headers.etag)
})

test.for([
  { address: '/calendar/ka.ics?role=KING', status: 400 },
  { address: '/calendar/ka.ics?role=sre_lead', status: 400 },
  { address: '/calendar/ka.ics?role=__proto__', status: 400 },
  { address: '/calendar/ka.ics?asOf=2026-02-30', status: 400 },
  { address: '/calendar/ka.ics?asOf=2026-03-03', status: 404 },
  { address: '/calendar/xx.ics', status: 404 },
])('$address is refused in plain words with $status', async ({ address, status }) => {
  const answer = await ask(address)
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/plain; charset=utf-8'])
})
