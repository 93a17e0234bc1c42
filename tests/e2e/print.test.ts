import { describe, expect, inject } from 'vitest'
import { CHECKLIST, LOCALES } from './places.ts'
import { test } from './reader.ts'
import { trackerOf } from './tracker.ts'

const A4 = { width: 595, height: 842 }

/** Sizes of the pages of a PDF, in points. */
const sheetsOf = (pdf: Buffer): { width: number; height: number }[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }))

describe.concurrent.for(LOCALES)('on paper, in %s', locale => {
  test.for([
    { of: 'content', query: '' },
    { of: 'reported', query: '' },
    { of: 'reported', query: '?asOf=2026-03-20' },
  ] as const)(
    'the readiness page of $of$query is an A4 report of at most four pages',
    async ({ of, query }, { open }) => {
      const page = await open(`/${locale}${query}`, of === 'reported' ? { baseURL: inject('reported') } : {})
      const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }))
      expect(sheets.length).toBeGreaterThan(0)
      expect(sheets.length).toBeLessThanOrEqual(4)
      for (const sheet of sheets) expect(sheet).toEqual(A4)
    },
  )

  test('no table is wider than the sheet between its margins', async ({ open }) => {
    const page = await open(`/${locale}?asOf=2026-03-27`, { baseURL: inject('reported'), width: 673 })
    await page.emulateMedia({ media: 'print' })
    const sheet = await page.getByRole('main').boundingBox()
    const tables = await page.getByRole('table').all()
    expect(tables.length).toBeGreaterThan(0)
    for (const table of tables) {
      const { x = 0, width = Number.POSITIVE_INFINITY } = (await table.boundingBox()) ?? {}
      // From right to left, what is too wide stands out on the left.
      expect(x).toBeGreaterThanOrEqual((sheet?.x ?? 0) - 1)
      expect(x + width).toBeLessThanOrEqual((sheet?.x ?? 0) + (sheet?.width ?? 0) + 1)
    }
  })

  test('the twelve workstreams are a table, and what only leads elsewhere is gone', async ({ open }) => {
    const page = await open(`/${locale}`, { width: 700 })
    await page.emulateMedia({ media: 'print' })

    for (const row of trackerOf(locale)) {
      const line = page.getByRole('row').filter({ hasText: row.title })
      expect(await line.isVisible()).toBe(true)
      expect(await line.evaluate(element => getComputedStyle(element).display)).toBe('table-row')
      expect(await line.textContent()).toContain(row.owner)
    }
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await page.locator('.language-offer').filter({ visible: true }).count()).toBe(0)
    expect(await page.locator('summary').isVisible()).toBe(false)
    expect(await page.getByRole('complementary').isVisible()).toBe(true)
  })

  test('the readiness page can be signed by who owns the checklist and who may approve it', async ({
    open,
  }) => {
    const page = await open(`/${locale}?asOf=2026-03-20`, { baseURL: inject('reported') })
    const heading = page.getByText(locale === 'ka' ? 'ხელმოწერები' : 'Signatures', { exact: true })
    const facts = page.getByText('GOS-80-CHAIN-NO-REWORK-CHECKLIST')
    expect(await heading.isVisible()).toBe(false)
    expect(await facts.isVisible()).toBe(false)

    await page.emulateMedia({ media: 'print' })
    expect(await heading.isVisible()).toBe(true)
    expect(await facts.isVisible()).toBe(true)
    const block = heading.locator('xpath=..')
    const roles = await block.locator('p span[lang=en]').allTextContents()
    expect(roles).toEqual(['CHAIN_OFFICER', 'GOVERNANCE_ADMIN'])
    expect(await block.textContent()).toMatch(/2026 წლის 20 მარტი|March 20, 2026/)
  })

  test('dark mode costs no ink', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}/10`)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const { background, color } = await page.locator('html').evaluate(element => ({
      background: getComputedStyle(element).backgroundColor,
      color: getComputedStyle(element).color,
    }))
    expect([background, color]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  })
})
