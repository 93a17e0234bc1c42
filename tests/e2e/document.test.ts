import { describe, expect } from 'vitest'
import { deadOf, linksOn } from './links.ts'
import { CHECKLIST, LOCALES, type Locale, RULE_OF_AUTHORITY } from './places.ts'
import { test } from './reader.ts'
import { checklistText } from './tracker.ts'

const WORDS: Record<
  Locale,
  Record<'incomplete' | 'incompleteRule' | 'notHere' | 'standing' | 'notApproved', string>
> = {
  ka: {
    incomplete: 'მეტამონაცემები არასრულია: ცვლილებების ჟურნალი',
    incompleteRule:
      'მეტამონაცემები არასრულია: დოკუმენტის იდენტიფიკატორი, ვერსია, სტატუსი, ბოლო გადახედვის თარიღი, მომდევნო გადახედვის თარიღი და ცვლილებების ჟურნალი',
    notHere: '(პორტალში არ არის)',
    standing: 'უპირატესი ტექსტი.',
    notApproved: 'უპირატესი ტექსტი დამტკიცებაზე უფლებამოსილს ჯერ არ დაუმტკიცებია.',
  },
  en: {
    incomplete: 'Metadata incomplete: Change Log',
    incompleteRule:
      'Metadata incomplete: Document ID, Version, Status, Last Review Date, Next Review Date, and Change Log',
    notHere: '(not in this portal)',
    standing: 'Source text; the text in Georgian prevails.',
    notApproved: 'The approval authority has not approved the authoritative text yet.',
  },
}

describe.concurrent.for(LOCALES)('a document in %s', locale => {
  const words = WORDS[locale]
  const text = checklistText(locale)

  test.for([
    { path: CHECKLIST, incomplete: words.incomplete },
    { path: RULE_OF_AUTHORITY, incomplete: words.incompleteRule },
  ])(
    'names the metadata it lacks, on its page and in the library: $path',
    async ({ path, incomplete }, { open }) => {
      const page = await open(`/${locale}${path}`)
      await expect.poll(() => page.getByText(incomplete, { exact: true }).count()).toBe(1)
      await page.goto(`/${locale}/docs`)
      const entry = page.getByRole('listitem').filter({ has: page.locator(`a[href="/${locale}${path}"]`) })
      expect(await entry.getByText(incomplete, { exact: true }).count()).toBe(1)
    },
  )

  test('says what its text counts for and that it is not approved', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}`)
    expect(await page.getByText(words.standing, { exact: true }).count()).toBe(1)
    expect(await page.getByText(words.notApproved).count()).toBe(1)
    const toGeorgian = page.locator('main a[hreflang=ka]')
    expect(await toGeorgian.count()).toBe(locale === 'ka' ? 0 : 1)
    if (locale === 'en') expect(await toGeorgian.getAttribute('href')).toBe(`/ka${CHECKLIST}`)
  })

  test('shows every heading of its file, and leads to each from its contents', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}`)
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    const contents = page.locator('#contents a')

    expect(await page.locator('main section > h2').allInnerTexts()).toEqual(expect.arrayContaining(headings))
    expect(await contents.allInnerTexts()).toEqual(headings)
    const targets = await contents.evaluateAll(links =>
      links.map(link => {
        const anchor = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')
        return document.getElementById(anchor)?.querySelector('h2')?.textContent
      }),
    )
    expect(targets).toEqual(headings)
  })

  test('marks as absent the documents it refers to that the portal does not have', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}`)
    const names = [...text.matchAll(/^- \[([^\]x ]+)\]\(\.\.\//gm)].map(([, name]) => name)
    const items = page.getByRole('listitem').filter({ hasText: words.notHere })

    expect(names).toHaveLength(8)
    expect(await items.allInnerTexts()).toEqual(names.map(name => `${name} ${words.notHere}`))
    expect(await items.getByRole('link').count()).toBe(0)
  })

  test('has no link that leads nowhere', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}`)
    const addresses = await linksOn(page)
    expect(addresses.length).toBeGreaterThan(12)
    expect(await deadOf(addresses)).toEqual([])
  })
})
