import { expect } from 'vitest'
import { EVERY_PAGE, EVERY_PAST_PAGE, EVERY_PROBLEM, type Locale } from './places.ts'
import { test } from './reader.ts'

const MONTHS: Record<Locale, readonly string[]> = {
  ka: 'იანვრის თებერვლის მარტის აპრილის მაისის ივნისის ივლისის აგვისტოს სექტემბრის ოქტომბრის ნოემბრის დეკემბრის'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** The line about the day, in the words of the language. */
function asOf(locale: Locale, date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  const name = MONTHS[locale][(month ?? 0) - 1]
  return locale === 'ka' ? `${year} წლის ${day} ${name} მდგომარეობით` : `As of ${name} ${day}, ${year}`
}

const NOTICES: Record<
  Locale,
  readonly [scope: string, readOnly: string, authority: string, revision: RegExp]
> = {
  ka: [
    'წვდომის დონე: სტუმარი',
    'მხოლოდ წასაკითხად',
    'უპირატესობა ენიჭება ქართულ ტექსტს',
    /^შინაარსის რედაქცია: [0-9a-f]{12}$|^შინაარსის რედაქცია ამჟამად უცნობია$/,
  ],
  en: [
    'Current scope: Guest',
    'Read-only',
    'The Georgian text prevails',
    /^Content revision: [0-9a-f]{12}$|^The content revision is not known at the moment$/,
  ],
}

test.concurrent.for([...EVERY_PAGE, ...EVERY_PAST_PAGE, ...EVERY_PROBLEM])(
  '$name in $locale says who looks at what, as of when, that nothing can be changed and which text prevails',
  async ({ address, path, locale, status }, { open }) => {
    const page = await open(address)
    const [scope, readOnly, authority, revision] = NOTICES[locale]
    const strip = page.getByRole('complementary')
    const day = (await strip.locator('time').getAttribute('datetime')) ?? ''

    expect(await strip.getByRole('listitem').allInnerTexts()).toEqual([
      scope,
      readOnly,
      asOf(locale, day),
      authority,
      expect.stringMatching(revision),
    ])
    if (status === 200 && path.includes('asOf=')) expect(path).toContain(day)
  },
)
