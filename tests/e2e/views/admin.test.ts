import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { withoutBack } from '#tests/e2e/access/absent.ts'
import { writeReportedContent } from '#tests/setup/reported-content.ts'
import { ask } from '../http.ts'
import { type SignInPortal, startSignInPortal, visiting } from '../signing-in.ts'
import { judgePage } from './judge-page.ts'

const TWO_MINUTES = 120_000
const ADDRESSES = ['/upkeep', '/ingests', '/access'] as const

let portal: SignInPortal
const content = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-kept-'))

/** Documents beyond one page of a list, one of them behind its Georgian text, some of them withheld from others. */
function writeDocuments(): void {
  const write = (file: string, text: string) => {
    const absolute = path.join(content, '60_technical_specs', file)
    fs.mkdirSync(path.dirname(absolute), { recursive: true })
    fs.writeFileSync(absolute, text)
  }
  write('drifted/ka.md', '# ჩამორჩენილი\n\n## 1. ერთი\n\nსიტყვა.\n\n## 2. ორი\n\nსიტყვა.\n')
  write('drifted/en.md', '# Drifted\n\n## 1. One\n\nA word.\n')
  write('secret/ka.md', '---\nClass: RESTRICTED\n---\n\n# საიდუმლო\n')
  write('inner/ka.md', '---\nClass: INTERNAL\n---\n\n# შიდა\n')
  for (let nth = 1; nth <= 50; nth += 1) write(`note-${nth}/en.md`, `# Note ${nth}\n`)
}

beforeAll(async () => {
  writeReportedContent(content)
  writeDocuments()
  portal = await startSignInPortal({ content })
}, TWO_MINUTES)
afterAll(async () => {
  await portal?.close()
  fs.rmSync(content, { recursive: true, force: true })
})

const test = visiting(() => portal.origin)

const part = (page: Page) => page.locator('section[aria-labelledby=admin]')
const lack = (page: Page, name: string) => part(page).locator(`section[aria-labelledby=lack-${name}]`)

describe('an admin', () => {
  test('comes first to what documents lack, each with a count and the first of them', async ({ as }) => {
    const page = await as('GOVERNANCE_ADMIN', '/en')
    expect(await page.getByRole('main').locator('h2').first().textContent()).toBe('The care of the content')
    expect(await lack(page, 'missing').textContent()).toMatch(/5\d documents/)
    expect(await lack(page, 'missing').textContent()).toContain('Document ID')
    expect(await lack(page, 'missing').getByRole('listitem').count()).toBe(3)
    expect(await lack(page, 'review').textContent()).toContain('overdue')
    expect(await lack(page, 'approval').textContent()).toContain('approval authority:')
    const drift = (await lack(page, 'drift').textContent()) ?? ''
    expect(drift).toContain('1 document')
    expect(drift).toContain('English: 1 section lacks; 2 sections do not say what they were made from')
  })

  test('reads the whole of it on pages of twenty-five, and comes back', async ({ as }) => {
    const page = await as('DOCUMENT_CUSTODIAN', '/en')
    await part(page).getByRole('link', { name: 'Everything that documents lack' }).click()
    expect(page.url()).toBe(`${portal.origin}/en/upkeep`)
    expect(await page.getByRole('row').count()).toBe(26)
    expect(await page.getByRole('main').textContent()).toContain('შიდა')
    for (const number of [2, 3]) {
      await page.getByRole('link', { name: 'Next documents' }).click()
      expect(page.url()).toBe(`${portal.origin}/en/upkeep?page=${number}`)
    }
    expect(await page.getByRole('main').textContent()).toContain('საიდუმლო')
    expect(await page.getByRole('link', { name: 'Next documents' }).count()).toBe(0)
    for (const address of ['/en/upkeep?page=2', '/en/upkeep']) {
      await page.getByRole('link', { name: 'Previous documents' }).click()
      expect(page.url()).toBe(`${portal.origin}${address}`)
    }
    expect((await page.goto('/en/upkeep?page=9'))?.status()).toBe(404)
    expect((await page.goto('/en/upkeep?page=x'))?.status()).toBe(400)
  })

  test('sees what was taken in: the revision shown, when in Tbilisi, how much there is, and what changed', async ({
    as,
  }) => {
    const page = await as('GOVERNANCE_ADMIN', '/en')
    await part(page).getByRole('link', { name: 'All ingests' }).click()
    expect(page.url()).toBe(`${portal.origin}/en/ingests`)
    const rows = page.getByRole('row')
    expect(await rows.count()).toBe(2)
    const said = (await rows.nth(1).textContent()) ?? ''
    const strip = (await page.getByRole('complementary').textContent()) ?? ''
    const [revision = 'none'] = /[0-9a-f]{12}/.exec(strip) ?? []
    expect(said).toContain(revision)
    expect(said).toMatch(/Documents: ?5\d/)
    expect(said).toContain('New: Georgian and English')
    expect(said).toMatch(/and 4\d more documents/)
    expect(await rows.nth(1).getByRole('link', { name: 'Drifted' }).count()).toBe(1)
  })

  test('sees which scope sees which class, which roles give it, and how much there is of each', async ({
    as,
  }) => {
    const page = await as('GOVERNANCE_ADMIN', '/en')
    await part(page).getByRole('link', { name: 'Scopes, classes and roles' }).click()
    expect(page.url()).toBe(`${portal.origin}/en/access`)
    const table = page.getByRole('table', { name: 'Scopes and classes' })
    const cells = await table
      .getByRole('row', { name: /^Owner/ })
      .getByRole('cell')
      .allInnerTexts()
    expect(cells.slice(0, 3).map(cell => cell.trim())).toEqual(['sees', 'sees', 'does not see'])
    expect(cells[3]).toContain('SRE_LEAD')
    const documents = page
      .getByRole('table', { name: 'What there is of each class' })
      .getByRole('row', { name: /^Documents/ })
    expect((await documents.getByRole('cell').allInnerTexts()).slice(1).map(cell => cell.trim())).toEqual([
      '1',
      '1',
    ])
  })

  test('chooses another day for these pages as for any', async ({ as }) => {
    const page = await as('GOVERNANCE_ADMIN', '/en')
    await page.goto('/en/ingests')
    await page.getByRole('link', { name: 'As of another day' }).click()
    await page.getByLabel('Day').fill('2026-03-10')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(page.url()).toBe(`${portal.origin}/en/ingests?asOf=2026-03-10`)
    expect(await page.getByRole('main').textContent()).toContain('Nothing had been taken in by then.')
  })

  test.for(['ka', 'en'])(
    'can use these pages in %s, light and dark, narrow and wide',
    async (locale, { as }) => {
      const page = await as('GOVERNANCE_ADMIN', `/${locale}`, { bypassCSP: true, javaScriptEnabled: true })
      for (const address of ['', ...ADDRESSES]) {
        await page.goto(`/${locale}${address}`)
        expect([address, await judgePage(page)]).toEqual([address, []])
      }
    },
  )

  test('is sent no script', async ({ as }) => {
    const page = await as('GOVERNANCE_ADMIN', '/ka')
    for (const address of ['', ...ADDRESSES]) {
      await page.goto(`/ka${address}`)
      expect([address, await page.locator('script, [style]').count()]).toEqual([address, 0])
    }
  })
})

describe('anybody else', () => {
  test('finds at these addresses what is at one that leads nowhere', async () => {
    const absent = await ask('/en/no-such-page', { origin: portal.origin })
    for (const address of [...ADDRESSES, '/upkeep?page=2', '/ingests?asOf=2026-02-30', '/as-of/ingests']) {
      const { status, body } = await ask(`/en${address}`, { origin: portal.origin })
      expect([address, status]).toEqual([address, 404])
      expect([address, withoutBack(body)]).toEqual([address, withoutBack(absent.body)])
    }
    expect((await ask('/en', { origin: portal.origin })).body).not.toContain('id="admin"')
  })

  test.for(['SRE_LEAD', 'REVIEWER'] as const)(
    'who signs in as %s finds nothing there',
    async (role, { as }) => {
      const page = await as(role, '/en')
      expect(await part(page).count()).toBe(0)
      for (const address of ADDRESSES) expect((await page.goto(`/en${address}`))?.status()).toBe(404)
    },
  )
})
