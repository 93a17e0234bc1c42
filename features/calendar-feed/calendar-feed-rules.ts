import type { CalendarEvent } from '#features/calendar-feed/calendar-event-model.ts'
import { type Component, icalOf, icalText, type Property } from '#features/calendar-feed/ical-rules.ts'
import { type Day, TIME_ZONE } from '#features/checklist/calendar-model.ts'
import { addDays } from '#features/checklist/calendar-rules.ts'
import type { Wording } from '#features/localization/wording.ts'

/** How often a calendar program looks again, as an ISO 8601 duration. */
const REFRESH = 'PT6H'

const dayValue = (day: Day): string => day.replaceAll('-', '')

/** An instant in UTC: `20260306T100500Z`. */
const instantValue = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** Nothing refers to it, for every event is of whole days; but a calendar must not be empty (RFC 5545, 3.6). */
const ZONE: Component = {
  name: 'VTIMEZONE',
  properties: [['TZID', TIME_ZONE]],
  components: [
    {
      name: 'STANDARD',
      properties: [
        ['DTSTART', '20050327T020000'],
        ['TZOFFSETFROM', '+0400'],
        ['TZOFFSETTO', '+0400'],
        ['TZNAME', '+04'],
      ],
    },
  ],
}

const ruleOf = ({ weekly }: CalendarEvent): Property[] => {
  if (weekly === null) return []
  const until = weekly.until === null ? '' : `;UNTIL=${dayValue(weekly.until)}`
  return [['RRULE', `FREQ=WEEKLY;BYDAY=FR${until}`]]
}

const eventOf = (event: CalendarEvent, { locale }: Wording): Component => ({
  name: 'VEVENT',
  properties: [
    ['UID', event.uid],
    ['DTSTAMP', instantValue(event.changedAt)],
    ['LAST-MODIFIED', instantValue(event.changedAt)],
    ['SEQUENCE', String(event.sequence)],
    ['DTSTART;VALUE=DATE', dayValue(event.day)],
    ['DTEND;VALUE=DATE', dayValue(addDays(event.day, 1))],
    ...ruleOf(event),
    // LANGUAGE is of a whole value (RFC 5545, 3.2.10): one that quotes a title in another language has none.
    [event.lang === locale ? `SUMMARY;LANGUAGE=${locale}` : 'SUMMARY', icalText(event.summary)],
    [`DESCRIPTION;LANGUAGE=${locale}`, icalText(event.description.join('\n'))],
    ['URL', event.address],
    ['CATEGORIES', event.kind.toUpperCase()],
    ['STATUS', 'CONFIRMED'],
    // A date to keep takes up nobody's day.
    ['TRANSP', 'TRANSPARENT'],
  ],
})

/** Events as an iCalendar that programs subscribe to (RFC 5545, RFC 7986). */
export const calendarOf = (events: readonly CalendarEvent[], name: string, wording: Wording): string =>
  icalOf({
    name: 'VCALENDAR',
    properties: [
      ['VERSION', '2.0'],
      ['PRODID', `-//Mza//Mza//${wording.locale.toUpperCase()}`],
      ['CALSCALE', 'GREGORIAN'],
      ['NAME', icalText(name)],
      ['X-WR-CALNAME', icalText(name)],
      ['X-WR-TIMEZONE', TIME_ZONE],
      [`DESCRIPTION;LANGUAGE=${wording.locale}`, icalText(wording.t('notice.authorityWhole'))],
      ['REFRESH-INTERVAL;VALUE=DURATION', REFRESH],
      ['X-PUBLISHED-TTL', REFRESH],
    ],
    components: [ZONE, ...events.map(event => eventOf(event, wording))],
  })
