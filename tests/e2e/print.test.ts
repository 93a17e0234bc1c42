import { describe, expect } from 'vitest'
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
  test('the readiness page is an A4 report of at most four pages', async ({ open }) => {
    const page = await open(`/${locale}`)
    const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }))
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.length).toBeLessThanOrEqual(4)
    for (const sheet of sheets) expect(sheet).toEqual(A4)
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
    expect(await page.locator('summary').isVisible()).toBe(false)
    expect(await page.getByRole('complementary').isVisible()).toBe(true)
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
