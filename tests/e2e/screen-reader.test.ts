import type { Page } from 'playwright'
import { describe, expect } from 'vitest'
import { CHECKLIST, EVERY_PAGE, EVERY_PROBLEM, LOCALES, type Locale } from './places.ts'
import { test } from './reader.ts'
import { checklistText, trackerOf } from './tracker.ts'

interface Heard {
  readonly role: string
  readonly name: string
}

/** What the browser itself tells a screen reader, in order; Playwright's own reading would trust the markup. */
async function heardOn(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes
    .filter(node => !node.ignored)
    .map(node => ({ role: String(node.role?.value), name: String(node.name?.value ?? '') }))
}

const namesOf = (heard: readonly Heard[], role: string): string[] =>
  heard.filter(node => node.role === role).map(node => node.name)

const COLUMNS: Record<Locale, readonly string[]> = {
  ka: ['№', 'სამუშაო მიმართულება', 'პასუხისმგებელი', 'შესრულების ვადა', 'სტატუსი'],
  en: ['No.', 'Workstream', 'Owner', 'Target date', 'Status'],
}

const EVIDENCE: Record<Locale, string> = { ka: 'მტკიცებულება', en: 'Evidence' }

const NAVIGATION: Record<Locale, readonly string[]> = {
  ka: ['პორტალის ნაწილები', 'გვერდის ენა'],
  en: ['Parts of the portal', 'Language of the page'],
}

test.concurrent.for([...EVERY_PAGE, ...EVERY_PROBLEM])(
  '$name in $locale has a banner, named navigation, one main part, a complement and a footer',
  async ({ address, locale }, { open }) => {
    const heard = await heardOn(await open(address))
    for (const role of ['banner', 'main', 'complementary', 'contentinfo'])
      expect(namesOf(heard, role), role).toHaveLength(1)
    const navigation = namesOf(heard, 'navigation')
    expect(navigation).toEqual(expect.arrayContaining([...NAVIGATION[locale]]))
    expect(navigation.every(name => name !== '')).toBe(true)
    expect(new Set(navigation).size).toBe(navigation.length)
  },
)

describe.concurrent.for(LOCALES)('a reader who listens, in %s', locale => {
  const tracker = trackerOf(locale)

  // A label has the language of the page, whatever the language of a title.
  test.for(['', '/friday', CHECKLIST])(
    'hears of drawings by number, not by title, at “%s”',
    async (path, { open }) => {
      const page = await open(`/${locale}${path}`)
      const labels = await page
        .locator('[aria-label]')
        .evaluateAll(all => all.map(each => each.getAttribute('aria-label')).join(' · '))
      expect(tracker.filter(({ title }) => labels.includes(title))).toEqual([])
      if (path !== CHECKLIST) expect(labels).toContain(locale === 'ka' ? 'მიმართულება 5: ' : 'Workstream 5: ')
    },
  )

  test.for([
    { path: '', width: 1280 },
    { path: '', width: 360 },
    { path: CHECKLIST, width: 360 },
  ])('hears a table with its headers, at $path on $width px', async ({ path, width }, { open }) => {
    const heard = await heardOn(await open(`/${locale}${path}`, { width }))
    expect(namesOf(heard, 'table')).toHaveLength(1)
    expect(namesOf(heard, 'row')).toHaveLength(1 + tracker.length)
    // The document's own table has no evidence: that stands beside it on the readiness page.
    const columns = [...COLUMNS[locale], ...(path === '' ? [EVIDENCE[locale]] : [])]
    expect(namesOf(heard, 'columnheader')).toEqual(columns)
    expect(namesOf(heard, 'rowheader')).toEqual(tracker.map(row => row.title))
    expect(namesOf(heard, 'cell').concat(namesOf(heard, 'gridcell'))).toHaveLength(
      (columns.length - 1) * tracker.length,
    )
  })

  test('hears of every bar of the timeline what it shows', async ({ open }) => {
    const images = namesOf(await heardOn(await open(`/${locale}?asOf=2026-03-12`)), 'image')
    expect(images).toHaveLength(tracker.length)
    for (const [index, { number, target, status }] of tracker.entries()) {
      expect(images[index]).toContain(`${locale === 'ka' ? 'მიმართულება' : 'Workstream'} ${number}: `)
      expect(images[index]).toContain(String(Number(target.slice(-2))))
      const isOverdue = status !== 'DONE' && target < '2026-03-12'
      expect(/გადაცილებულია|overdue/.test(images[index] ?? '')).toBe(isOverdue)
    }
  })

  test('hears the Friday reports as a table with its headers, and of every row of the drawing what it shows', async ({
    open,
  }) => {
    const heard = await heardOn(await open(`/${locale}/friday?asOf=2026-03-20`, { width: 360 }))
    expect(namesOf(heard, 'table')).toHaveLength(1)
    expect(namesOf(heard, 'columnheader')).toEqual([
      COLUMNS[locale][1],
      ...(locale === 'ka'
        ? ['2026 წლის 20 მარტი', '2026 წლის 13 მარტი']
        : ['March 20, 2026', 'March 13, 2026']),
    ])
    expect(namesOf(heard, 'rowheader')).toEqual(tracker.map(({ number, title }) => `${number}. ${title}`))
    expect(namesOf(heard, 'cell').concat(namesOf(heard, 'gridcell'))).toHaveLength(2 * tracker.length)
    const missed = locale === 'ka' ? 'წარუდგენელი: 1' : 'Missed: 1'
    expect(namesOf(heard, 'image').map(name => name.includes(missed))).toEqual(
      tracker.map(({ status }) => status !== 'DONE'),
    )
  })

  test('hears of every acceptance item whether it is met', async ({ open }) => {
    const images = namesOf(await heardOn(await open(`/${locale}${CHECKLIST}`)), 'image')
    const [met, notMet] = locale === 'ka' ? ['შესრულებულია', 'შესრულებული არ არის'] : ['met', 'not met']
    const marks = [...checklistText(locale).matchAll(/^- \[([x ])\]/gm)].map(([, mark]) => mark)
    expect(images).toEqual(marks.map(mark => (mark === 'x' ? met : notMet)))
  })
})
