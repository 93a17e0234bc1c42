import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, inject } from 'vitest'
import { ask } from './http.ts'
import { CHECKLIST, EVERY_PAGE, LOCALES, RULE_OF_AUTHORITY } from './places.ts'
import { test } from './reader.ts'
import { trackerOf } from './tracker.ts'

const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown)

const PAGES = ['/index', '/docs', CHECKLIST, RULE_OF_AUTHORITY, `${CHECKLIST}/3`, `${CHECKLIST}/10`]

describe.for(LOCALES)('a page as Markdown, in %s', locale => {
  test.for(PAGES)('says its page, day, scope, revision and what prevails: %s', async path => {
    const { status, headers, body } = await ask(`/${locale}${path}.md`)
    expect([status, headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8'])
    const page = path === '/index' ? '' : path
    expect(body).toContain(`<${inject('origin')}/${locale}${page}>`)
    for (const words of locale === 'ka'
      ? [
          'შემდეგი დღის მდგომარეობით',
          'წვდომის დონე: სტუმარი',
          'შინაარსის რედაქცია',
          'უპირატესობა ენიჭება ქართულ ტექსტს',
        ]
      : ['As of: ', 'Current scope: Guest', 'Content revision', 'The Georgian text prevails'])
      expect(body).toContain(words)
  })

  test('has the workstreams of the day in a table', async () => {
    for (const path of ['/index', CHECKLIST]) {
      const { body } = await ask(`/${locale}${path}.md?asOf=2026-03-20`, { origin: inject('reported') })
      const table = parse(body).children.find(({ type }) => type === 'table')
      expect(table && 'children' in table && table.children).toHaveLength(13)
      for (const { title } of trackerOf(locale)) expect(body).toContain(title)
      expect(body).toMatch(/2026-03-27.+`IN_PROGRESS`/)
    }
  })

  test('has a document’s own words, and says what they count for', async () => {
    const { body } = await ask(`/${locale}${CHECKLIST}.md`)
    expect(body).toContain(
      locale === 'ka' ? '\n# მიგრაცია გადაკეთების გარეშე' : '\n# No-Rework Migration Checklist',
    )
    expect(body).toContain(
      locale === 'ka'
        ? 'უპირატესი ტექსტი. ტექსტის ენა: ქართული (ka).'
        : 'the text in Georgian prevails. Language of the text: English (en).',
    )
    expect(body).not.toMatch(/^Document ID: /m)
  })

  test('has the history of a workstream, the reasons in their own language', async () => {
    const { body } = await ask(`/${locale}${CHECKLIST}/5.md?asOf=2026-03-20`, { origin: inject('reported') })
    expect(body).toContain('- 2026-03-19, `ORCHESTRATION_ENGINEER`: ')
    expect(body).toContain(
      locale === 'ka' ? 'The load test is repeated. (ინგლისური)' : 'The load test is repeated.',
    )
    expect(body).not.toContain('2026-03-26')
  })

  test('has a part of a history by the number of a record, and names the page of that part', async () => {
    const origin = inject('reported')
    const { body } = await ask(`/${locale}${CHECKLIST}/5.md?before=3`, { origin })
    expect(body).toContain(`<${origin}/${locale}${CHECKLIST}/5?before=3>`)
    expect(body.match(/^- 2026-\d\d-\d\d, /gm)).toHaveLength(2)
    expect(body).toContain(`](<${origin}/${locale}${CHECKLIST}/5.md>)`)
  })

  test('has the texts that changed in a span, and who owes a report', async () => {
    const origin = inject('reported')
    const changes = await ask(`/${locale}/changes.md?from=2026-03-03&to=2026-03-13`, { origin })
    expect(changes.body).toContain(`](<${origin}/${locale}${CHECKLIST}.md>)`)
    expect(changes.body).toMatch(locale === 'ka' ? /^ {2}- ქართული: 2026-/m : /^ {2}- Georgian: 2026-/m)
    const friday = await ask(`/${locale}/friday.md?asOf=2026-03-18`, { origin })
    expect(friday.body).toMatch(/^- `OBSERVABILITY_OWNER`\n {2}- 7\\\. /m)
    expect(friday.body).toMatch(
      locale === 'ka' ? /^- `GOVERNANCE_OFFICER`: წარუდგენელი: 1/m : /^- `GOVERNANCE_OFFICER`: Missed: 1/m,
    )
  })

  test('is named by its page, with the table and the data', async ({ open }) => {
    for (const [path, forms] of [
      ['', ['text/markdown', 'text/csv', 'application/json']],
      ['/docs', ['text/markdown', 'text/csv', 'application/json']],
      [CHECKLIST, ['text/markdown', 'text/csv', 'application/json']],
      [RULE_OF_AUTHORITY, ['text/markdown', 'application/json']],
      [`${CHECKLIST}/3?asOf=2026-03-10`, ['text/markdown', 'application/json']],
      ['/friday', ['text/markdown', 'text/csv', 'application/json']],
      ['/changes?from=2026-03-04&to=2026-03-10', ['text/markdown', 'text/csv', 'application/json']],
    ] as const) {
      const page = await open(`/${locale}${path}`)
      const links = await page
        .locator('head link[rel=alternate][type]:not([title])')
        .evaluateAll(all => all.map(link => [link.getAttribute('type'), link.getAttribute('href')]))
      expect(links.map(([type]) => type)).toEqual(forms)
      for (const [type, href] of links) {
        const { status, headers } = await ask(href ?? '')
        expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, type])
        expect(await page.locator(`nav a[href="${href}"]`).count()).toBe(1)
      }
    }
  })
})

test.for([
  { address: '/ka/nothing.md', status: 404 },
  { address: '/ka/docs/nothing.md', status: 404 },
  { address: '/ka/constructor.md', status: 404 },
  { address: `/ka${CHECKLIST}/13.md`, status: 404 },
  { address: '/ka/index.md?asOf=2026-03-03', status: 404 },
  { address: '/ka/index.md?asOf=2026-02-30', status: 400 },
  { address: `/ka${CHECKLIST}/3.md?before=1`, status: 404 },
  { address: `/ka${CHECKLIST}/3.md?before=x`, status: 400 },
])('$address is refused in plain words with $status', async ({ address, status }) => {
  const answer = await ask(address)
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/plain; charset=utf-8'])
})

test('the guide for programs names what is there, and nothing else', async () => {
  const { body, headers } = await ask('/llms.txt')
  const links = [...body.matchAll(/\]\(<([^>]+)>\)/g)].map(([, address = '']) => address)
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(body).toMatch(/^# Mza\n\n> /)
  expect(body).toContain('უპირატესობა ენიჭება')
  expect(links.length).toBeGreaterThan(10)
  for (const link of links) {
    const { origin, pathname, search } = new URL(link)
    expect(origin).toBe(inject('origin'))
    expect([link, (await ask(pathname + search)).status]).toEqual([link, 200])
  }
})

test('every page that readers decide by has a twin', async () => {
  for (const { path, locale, name } of EVERY_PAGE) {
    if (path.startsWith('/as-of') || path === '/sign-in') continue
    expect([name, (await ask(`/${locale}${path || '/index'}.md`)).status]).toEqual([name, 200])
  }
})
