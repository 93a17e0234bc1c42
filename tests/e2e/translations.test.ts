import { AxeBuilder } from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import ICAL from 'ical.js'
import { describe, expect, inject } from 'vitest'
import { factsOf } from '#features/document/text-facts-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import { editBase } from '#features/localization/base-edit-rules.ts'
import { markedBase } from '#features/localization/mark-rules.ts'
import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { startPortal } from '#tests/setup/portal.ts'
import { atomIn } from './atom.ts'
import { ask } from './http.ts'
import { test as base, unfold } from './reader.ts'

const DOCUMENT = '80_chain/checklist'
const PAGE = `/docs/${DOCUMENT}`

const georgian = (words: string, title = 'Checklist (ka)') =>
  checklist(ROWS, 'ka')
    .replace('Checklist (ka)', title)
    .replace('## 1. Section\n', `## 1. პირველი\n\n${words}\n`)
    .replace('## 2. Section\n', '## 2. მეორე\n\nქართული სიტყვები.\n')

const facts = (file: string, source: string) => factsOf(file, source, readText(file, source).text)

/** English without section 2, made from this Georgian text; of section 3 it is not said from which. */
function english(from: string): string {
  const source = checklist(ROWS)
    .replace('## 1. Section\n', '## 1. First\n\nEnglish words.\n')
    .replace(/## 2\. .*?(?=## 3)/s, '')
  const marked = new Map(markedBase(facts('en.md', source), facts('ka.md', from), null))
  marked.delete('w-3')
  return editBase('en.md', source, marked).source ?? ''
}

const test = base
  .extend('first', { scope: 'file' }, () => georgian('ერთი სიტყვა დარჩა.'))
  .extend('content', { scope: 'file' }, ({ first }, { onCleanup }) => {
    const content = new ContentFolder()
    onCleanup(() => content.remove())
    content.git('init', '-q', '-b', 'main')
    content.write(`${DOCUMENT}/ka.md`, first)
    content.write(`${DOCUMENT}/en.md`, english(first))
    content.commit('2026-03-04T12:00:00+04:00')
    content.write(`${DOCUMENT}/ka.md`, georgian('ორი სიტყვა დარჩა.'))
    content.commit('2026-03-10T12:00:00+04:00')
    content.write(`${DOCUMENT}/ka.md`, georgian('სამი სიტყვა დარჩა.', 'ახალი სათაური'))
    content.commit('2026-03-20T12:00:00+04:00')
    return content
  })
  .extend('portal', { scope: 'file' }, async ({ content }, { onCleanup }) => {
    const { origin, gate } = await startPortal(inject('adminUrl'), { content: content.folder })
    onCleanup(() => gate.stop())
    return origin
  })

describe('a document whose translation is behind', () => {
  test('says of each section what it counts for, and links to the Georgian one', async ({
    newPage,
    portal,
  }) => {
    const page = await newPage()
    await page.goto(`${portal}/en${PAGE}`)
    const first = page.locator('#w-1')
    await expect
      .poll(() => first.textContent())
      .toContain(
        'This text is 2 revisions behind the prevailing text in Georgian. It was made from the text of March 4, 2026; the prevailing text last changed on March 20, 2026.',
      )
    await first.getByText('What changed in the prevailing text').click()
    const difference = first.locator('details [lang=ka][dir=ltr]')
    expect(await difference.locator('del').textContent()).toBe('ერთი')
    expect(await difference.locator('ins').textContent()).toBe('სამი')
    expect(await difference.textContent()).toContain('სიტყვა დარჩა.')
    const second = page.locator('#w-2')
    expect(await second.locator('h2').getAttribute('lang')).toBe('ka')
    expect(await second.textContent()).toContain('It is shown in Georgian. Authoritative text.')
    expect(await page.locator('#w-3').textContent()).toContain('This text does not say from which revision')
    expect(await first.locator('a[hreflang=ka]').getAttribute('href')).toBe(`/ka${PAGE}#w-1`)
  })

  test('says at its top that its parts count for different things', async ({ newPage, portal }) => {
    const page = await newPage()
    await page.goto(`${portal}/en${PAGE}`)
    const main = (await page.locator('main').textContent()) ?? ''
    for (const sentence of [
      'The parts of this page do not all have the same authority:',
      '1 part is shown in Georgian. Authoritative text.',
      '2 parts are behind the prevailing text in Georgian.',
      '1 part does not say from which revision',
    ])
      expect(main.indexOf(sentence)).toBeGreaterThan(0)
    expect(main.indexOf('do not all count')).toBeLessThan(main.indexOf('Metadata'))
  })

  test('is as far behind as it was on the day asked for', async ({ newPage, portal }) => {
    const page = await newPage()
    await page.goto(`${portal}/en${PAGE}?asOf=2026-03-12`)
    expect(await page.locator('#w-1').textContent()).toContain('1 revision behind')
    expect(await page.locator('#w-1').textContent()).toContain('last changed on March 10, 2026')
    await page.goto(`${portal}/en${PAGE}?asOf=2026-03-05`)
    expect(await page.locator('#w-1').textContent()).not.toContain('behind')
  })

  test('says in the library how far it is behind', async ({ newPage, portal }) => {
    const page = await newPage()
    await page.goto(`${portal}/en/docs`)
    expect(await page.locator('main').textContent()).toContain(
      'The section that is furthest behind: 2 revisions behind',
    )
    await page.goto(`${portal}/ka/docs`)
    expect(await page.locator('main').textContent()).not.toContain('ჩამორჩება')
  })

  test('is whole in Georgian, with nothing to say', async ({ newPage, portal }) => {
    const page = await newPage()
    await page.goto(`${portal}/ka${PAGE}`)
    expect(await page.locator('main details, main [lang=en]:not([translate=no])').count()).toBe(0)
    expect(await page.locator('main').textContent()).not.toContain('ჩამორჩება')
  })

  test.for(['', '/1', '/2'])('can be read by everyone: %s', async (part, { newPage, portal }) => {
    for (const width of [320, 1280]) {
      const page = await newPage({ width, bypassCSP: true, javaScriptEnabled: true })
      await page.goto(`${portal}/en${PAGE}${part}`)
      await unfold(page)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      const [own, seen] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      )
      expect(own).toBeLessThanOrEqual(seen)
    }
  })

  test('has the difference on paper too', async ({ newPage, portal }) => {
    const page = await newPage()
    await page.goto(`${portal}/en${PAGE}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#w-1 details ins').isVisible()).toBe(true)
  })
})

describe('a workstream whose section is behind, or lacks', () => {
  test('says so at its top, and where its section stands', async ({ newPage, portal }) => {
    const page = await newPage()
    await page.goto(`${portal}/en${PAGE}/1`)
    expect(await page.locator('main').textContent()).toMatch(/1 part is behind[\s\S]+2 revisions behind/)
    await page.goto(`${portal}/en${PAGE}/2`)
    expect(await page.locator('main').textContent()).toMatch(
      /1 part is shown in Georgian[\s\S]+It is shown in Georgian/,
    )
    expect(await page.locator('main .prose[lang=ka]').first().textContent()).toContain('ქართული სიტყვები.')
  })
})

describe('the other forms of its pages say the same', () => {
  test('the API', async ({ portal }) => {
    const { body } = await ask('/api/v1/documents/TEST-CHECKLIST?locale=en', { origin: portal })
    const { document, sections } = JSON.parse(body)
    expect(document.text.behind).toBe(2)
    expect(
      sections.map((each: Record<string, unknown>) => [
        each['key'],
        each['lang'],
        each['drift'],
        each['behind'],
      ]),
    ).toEqual([
      ['top', 'en', 'behind', 1],
      ['w-1', 'en', 'behind', 2],
      ['w-2', 'ka', null, 0],
      ['w-3', 'en', 'unsaid', null],
    ])
    expect(sections[1]).toMatchObject({
      madeFrom: '2026-03-04T08:00:00.000Z',
      changedAt: '2026-03-20T08:00:00.000Z',
    })
    const checklists = await ask('/api/v1/checklists/TEST-CHECKLIST?locale=en', { origin: portal })
    const [first, second] = JSON.parse(checklists.body).workstreams
    expect(first.title).toMatchObject({ lang: 'en', behind: 1 })
    expect(first.section).toMatchObject({ key: 'w-1', behind: 2 })
    expect(second.section).toMatchObject({ lang: 'ka', authority: 'authoritative', drift: null })
  })

  test('the tables', async ({ portal }) => {
    const rows: string[][] = parse((await ask(`/en${PAGE}.csv`, { origin: portal })).body, { bom: true })
    const column = rows[0]?.indexOf('Revisions behind the prevailing text') ?? -1
    expect(rows.map(row => row[column])).toEqual(['Revisions behind the prevailing text', '1', '1', '1'])
    const library: string[][] = parse((await ask('/en/docs.csv', { origin: portal })).body, { bom: true })
    expect(library[1]?.[library[0]?.indexOf('Revisions behind the prevailing text') ?? -1]).toBe('2')
  })

  test('the Markdown twin', async ({ portal }) => {
    const { body } = await ask(`/en${PAGE}.md`, { origin: portal })
    expect(body).toContain('- 2 parts are behind the prevailing text in Georgian.')
    expect(body).toMatch(/## 1\. First\n\n> This text is 2 revisions behind/)
    expect(body).toMatch(/## 2\. მეორე\n\n> This section does not exist .+ Authoritative text\.?/s)
    const workstream = await ask(`/en${PAGE}/1.md`, { origin: portal })
    expect(workstream.body).toContain('> This text is 2 revisions behind')
  })

  test('the feed and the calendar', async ({ portal }) => {
    const feed = await ask('/feeds/en.atom', { origin: portal })
    expect(
      atomIn(feed.body).entries.some(({ content }) => content.textContent?.includes('1 revision behind')),
    ).toBe(true)
    const calendar = await ask('/calendar/en.ics', { origin: portal })
    const events = new ICAL.Component(ICAL.parse(calendar.body)).getAllSubcomponents('vevent')
    const described = events.map(event => String(event.getFirstPropertyValue('description')))
    expect(described.filter(words => words.includes('; 1 revision behind')).length).toBeGreaterThan(0)
  })
})

describe('a text in two languages', () => {
  const BESIDE = `/compare/${DOCUMENT}`

  test('stands section against section, with what is behind and what lacks', async ({ newPage, portal }) => {
    const page = await newPage()
    await page.goto(`${portal}/en${PAGE}`)
    await page.getByText('side by side').click()
    expect(new URL(page.url()).pathname).toBe(`/en${BESIDE}`)
    const boxes = await page.locator('#s-w-1 h2').evaluateAll(heads =>
      heads.map(head => {
        const { left, top } = head.getBoundingClientRect()
        return { lang: head.getAttribute('lang'), left, top }
      }),
    )
    expect(boxes.map(({ lang }) => lang)).toEqual(['en', 'ka'])
    expect(boxes[0]?.top).toBe(boxes[1]?.top)
    expect(boxes[0]?.left).toBeLessThan(boxes[1]?.left ?? 0)
    expect(await page.locator('#s-w-1').textContent()).toContain('2 revisions behind')
    expect(await page.locator('#s-w-2').textContent()).toContain('This section does not exist in English.')
  })

  test('is one below the other on a phone, each with its language', async ({ newPage, portal }) => {
    const page = await newPage({ width: 360 })
    await page.goto(`${portal}/ka${BESIDE}/1?with=en`)
    const labels = page.locator('#s-w-1 p.text-muted:visible')
    expect(await labels.allTextContents()).toEqual(expect.arrayContaining(['ქართული', 'ინგლისური']))
    const tops = await page
      .locator('#s-w-1 h2')
      .evaluateAll(heads => heads.map(head => head.getBoundingClientRect().top))
    expect(tops[0]).toBeLessThan(tops[1] ?? 0)
  })

  test('says of a language without a text that there is none, and leads nowhere for what is no language', async ({
    portal,
  }) => {
    const { status, body } = await ask(`/en${BESIDE}?with=ru`, { origin: portal })
    expect(status).toBe(200)
    expect(body).toContain('The document has no text in Russian.')
    for (const place of [`${BESIDE}?with=xx`, `${BESIDE}/9`, `${BESIDE}/no`])
      expect((await ask(`/en${place}`, { origin: portal })).status).toBe(404)
  })

  test('is Markdown too', async ({ portal }) => {
    const { body } = await ask(`/en${BESIDE}.md?with=ka`, { origin: portal })
    expect(body).toMatch(
      /## English: 1\. First\n\n> This text is 2 revisions behind[\s\S]+## Georgian: 1\. პირველი/,
    )
    expect(body).toContain('This section does not exist in English.')
  })
})
