import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { withoutBack } from '#tests/e2e/access/absent.ts'
import { writeReportedContent } from '#tests/setup/reported-content.ts'
import { writeReportedEvidence } from '#tests/setup/reported-evidence.ts'
import { ask } from '../http.ts'
import { type SignInPortal, startSignInPortal, visiting } from '../signing-in.ts'
import { judgePage } from './judge-page.ts'

const TWO_MINUTES = 120_000

/** A day on which evidence contradicts a workstream, and one three weeks after the last run. */
const CONTRADICTED = '2026-03-14'
const LATER = '2026-04-15'

let portal: SignInPortal
const content = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-reviewed-'))
const evidence = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-reviewed-evidence-'))
beforeAll(async () => {
  writeReportedContent(content)
  writeReportedEvidence(evidence)
  portal = await startSignInPortal({ content, evidence })
}, TWO_MINUTES)
afterAll(async () => {
  await portal?.close()
  for (const folder of [content, evidence]) fs.rmSync(folder, { recursive: true, force: true })
})

const test = visiting(() => portal.origin)

const part = (page: Page) => page.locator('section[aria-labelledby=reviewer]')
const within = (page: Page, name: string) => part(page).locator(`section[aria-labelledby=${name}]`)

describe('a reviewer', () => {
  test('comes first to the way to production: the gates in the order in which they decide', async ({
    as,
  }) => {
    const page = await as('REVIEWER', `/en?asOf=${LATER}`)
    expect(await page.getByRole('main').locator('h2').first().textContent()).toBe('The way to production')
    const gates = await within(page, 'gates').locator('ol > li > p:first-child').allInnerTexts()
    expect(gates.map(gate => gate.replaceAll(/\s+/g, ' ').trim())).toEqual([
      '1. All work is done Not passed yet',
      '2. The review of the checklist is in time Not passed yet',
      '3. Evidence bears the work out in stage Not passed yet',
    ])
    expect(await within(page, 'gates').getByRole('heading').textContent()).toBe('Gates passed: 0 of 3')
    expect(await within(page, 'gates').textContent()).toContain('Review 11 days overdue')
  })

  test('reads the blocked and the latest workstreams first, each leading to its page', async ({ as }) => {
    const page = await as('REVIEWER', '/en?asOf=2026-03-10')
    const [blocked, latest] = await within(page, 'gates').locator('ol > li').first().locator('li').all()
    expect(await blocked?.textContent()).toContain('BLOCKED')
    expect(await latest?.textContent()).toContain('overdue')
    await blocked?.getByRole('link').click()
    expect(page.url()).toContain('/no-rework-migration-checklist/10?asOf=2026-03-10')
  })

  test('sees what evidence contradicts, with the check that failed and its run', async ({ as }) => {
    const page = await as('COMPLIANCE_OFFICER', `/en?asOf=${CONTRADICTED}`)
    const said = (await within(page, 'contradictions').textContent()) ?? ''
    expect(said).toContain('effect-once')
    expect(said).toContain('dev-smoke-2026-03-13')
    expect(said).toContain('The checklist does not require evidence from here.')
    await within(page, 'contradictions').getByRole('link', { name: 'dev-smoke-2026-03-13' }).first().click()
    expect(page.url()).toContain(`/evidence/dev/dev-smoke-2026-03-13?asOf=${CONTRADICTED}`)
  })

  test('is told that nothing is contradicted where nothing is', async ({ as }) => {
    const page = await as('REVIEWER', '/en?asOf=2026-03-07')
    expect(await within(page, 'contradictions').textContent()).toContain('Evidence contradicts no workstream')
  })

  test('sees which runs are too old, since when, and which workstreams rest on them', async ({ as }) => {
    const page = await as('REVIEWER', '/en?asOf=2026-05-15')
    const rows = await within(page, 'stale').getByRole('row').allTextContents()
    expect(rows.length).toBeGreaterThan(2)
    // Evidence of the required environment decides, so it is told first.
    expect(rows[1]).toContain('stage-smoke-2026-03-24')
    expect(rows[1]).toContain('52 days old')
    const fresh = await as('REVIEWER', '/en?asOf=2026-03-25')
    expect(await within(fresh, 'stale').textContent()).toContain('No evidence that counts is older')
  })

  test('goes from the numbers since the last Friday to the changes of just those days', async ({ as }) => {
    const page = await as('REVIEWER', '/en?asOf=2026-03-11')
    const since = within(page, 'since')
    expect(await since.locator('h3').textContent()).toContain('March 6, 2026')
    const numbers = await since.locator('dd').allTextContents()
    expect(numbers[0]).toBe('3 (3, 5, and 10)')
    await since.getByRole('link').click()
    expect(page.url()).toBe(`${portal.origin}/en/changes?from=2026-03-06&to=2026-03-11&asOf=2026-03-11`)
  })

  test('compares the newest run of stage with the newest of its kind in dev by one link', async ({ as }) => {
    const page = await as('REVIEWER', '/en')
    await within(page, 'pair').getByRole('link', { name: 'Compare the two runs' }).click()
    const { pathname, searchParams } = new URL(page.url())
    expect([pathname, searchParams.get('a'), searchParams.get('b')]).toEqual([
      '/en/evidence/compare',
      'stage/stage-smoke-2026-03-24',
      'dev/dev-smoke-2026-03-20',
    ])
    expect(await page.locator('h1').textContent()).toBe('Comparison of evidence')
  })

  test('finds nothing at the addresses of those who run the portal', async ({ as }) => {
    const page = await as('REVIEWER', '/en')
    const elsewhere = await page.goto('/en/no-such-page')
    const absent = withoutBack((await elsewhere?.text()) ?? '')
    for (const address of ['/en/ingests', '/en/upkeep?page=2', '/en/access']) {
      const response = await page.goto(address)
      expect([address, response?.status()]).toEqual([address, 404])
      expect(withoutBack((await response?.text()) ?? '')).toBe(absent)
    }
  })

  test.for(['ka', 'en'])(
    'can use the page in %s, light and dark, narrow and wide',
    async (locale, { as }) => {
      const page = await as('REVIEWER', `/${locale}?asOf=${CONTRADICTED}`, {
        bypassCSP: true,
        javaScriptEnabled: true,
      })
      expect(await judgePage(page)).toEqual([])
    },
  )

  test('is sent no script', async ({ as }) => {
    const page = await as('REVIEWER', '/ka')
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.locator('[style]').count()).toBe(0)
  })
})

test('nobody else is shown the way of a reviewer', async ({ as }) => {
  const { body } = await ask('/en', { origin: portal.origin })
  expect(body).not.toContain('id="reviewer"')
  for (const role of ['SRE_LEAD', 'GOVERNANCE_ADMIN'] as const) {
    const page = await as(role, '/en')
    expect(await part(page).count()).toBe(0)
  }
})
