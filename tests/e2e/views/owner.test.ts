import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { SESSION_COOKIE } from '#server/cookies.ts'
import { writeReportedEvidence } from '#tests/setup/reported-evidence.ts'
import { addDays, daysBetween, today } from '../days.ts'
import { ask } from '../http.ts'
import { CHECKLIST } from '../places.ts'
import { type SignInPortal, startSignInPortal, visiting } from '../signing-in.ts'
import { judgePage } from './judge-page.ts'
import { OwnedContent, SECOND, TARGETS } from './owned-content.ts'

const TWO_MINUTES = 120_000

let content: OwnedContent
let portal: SignInPortal
const evidence = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-owned-evidence-'))
beforeAll(async () => {
  content = new OwnedContent()
  writeReportedEvidence(evidence)
  portal = await startSignInPortal({ content: content.folder, evidence })
}, TWO_MINUTES)
afterAll(async () => {
  await portal?.close()
  content?.remove()
  fs.rmSync(evidence, { recursive: true, force: true })
})

const test = visiting(() => portal.origin)

const part = (page: Page) => page.locator('section[aria-labelledby=own]')
/** The commands that are not folded away. */
const commands = (page: Page) => part(page).locator(':not(details) > pre')
const item = (page: Page, title: string | RegExp) =>
  part(page).getByRole('listitem').filter({ hasText: title })
/** The Friday that ends the week of today in Tbilisi. */
const friday = () => addDays(today(), (5 - new Date(today()).getUTCDay() + 7) % 7)

describe('a guest', () => {
  test.for(['/en', '/ka', '/en/friday'])(
    'sees on %s what everyone sees, and nobody’s own part',
    async address => {
      const { body } = await ask(address, { origin: portal.origin })
      expect(body).not.toContain('id="own"')
      expect(body.indexOf('<h1')).toBeLessThan(body.indexOf(address.endsWith('friday') ? 'id="due"' : '<h2'))
    },
  )

  test('comes first to whether all is ready, what stands in the way and who owes what', async ({ open }) => {
    const page = await open('/en', { baseURL: portal.origin, width: 360 })
    const asked = await page.getByRole('main').locator('h2').allTextContents()
    expect(asked.slice(0, 3)).toEqual(['Are we ready?', 'What stands in the way?', 'Who owes what, by when?'])
  })
})

describe.for(['/en', '/en/friday'])('an owner on %s', address => {
  test('sees their workstreams of every checklist before anything else', async ({ as }) => {
    const page = await as('SRE_LEAD', address)
    expect(await page.getByRole('main').locator('h2').first().textContent()).toBe('Your workstreams')
    const titles = await part(page).locator('li > p:first-child').allTextContents()
    expect(titles).toEqual(['4. DLQ and Replay Discipline', '2. Second', '1. First', '3. Third', '4. Fourth'])
  })

  test('is told how many reports they owe, until which moment, and which are made or not required', async ({
    as,
  }) => {
    const page = await as('SRE_LEAD', address)
    const said = (await part(page).textContent()) ?? ''
    expect(said).toContain('You owe 2 reports')
    expect(said).toContain('Reported: 1; not required, because done: 2.')
    const deadline = await part(page).locator('time').first().getAttribute('datetime')
    expect(deadline).toBe(`${friday()}T19:59:59.999Z`)
    const left = daysBetween(today(), friday())
    expect(said).toContain(
      left === 0 ? 'It is the last day.' : left === 1 ? '1 day is left.' : `${left} days are left.`,
    )
    expect(await item(page, '3. Third').textContent()).toContain('Confirmed unchanged')
    expect(await item(page, '4. Fourth').textContent()).toContain('Not required')
    expect(await item(page, '1. First').textContent()).toContain('Due')
  })
})

describe('an owner', () => {
  test('sees of each workstream the days left or late, and since when there was no report', async ({
    as,
  }) => {
    const page = await as('SRE_LEAD', '/en')
    expect(await item(page, '1. First').textContent()).toContain('5 days left')
    expect(await item(page, '2. Second').textContent()).toContain('3 days overdue')
    expect(await item(page, '2. Second').textContent()).toContain('none since the baseline of')
    expect(await item(page, '3. Third').textContent()).toContain('(today)')
    expect(await item(page, '3. Third').locator('time').first().getAttribute('datetime')).toBe(TARGETS[3])
  })

  test('finds what contradicts their record, each leading to where it is shown', async ({ as }) => {
    const page = await as('ORCHESTRATION_ENGINEER', '/en?asOf=2026-03-13')
    const found = item(page, '3. Idempotency')
    expect(await found.textContent()).toContain('In dev, evidence contradicts it:')
    await found.getByRole('link', { name: 'dev-smoke-2026-03-13' }).click()
    expect(new URL(page.url()).pathname).toBe('/en/evidence/dev/dev-smoke-2026-03-13')
    await page.goBack()
    await found.getByRole('link', { name: 'An event has one effect' }).click()
    expect(page.url()).toBe(`${portal.origin}/en${CHECKLIST}/3?asOf=2026-03-13#check-effect-once`)
    expect(await page.locator('#check-effect-once').count()).toBe(1)
  })

  test('is reminded of what is recorded as done and is not ticked, and of a review that is theirs', async ({
    as,
  }) => {
    const page = await as('SRE_LEAD', '/en')
    const fourth = item(page, '4. Fourth')
    expect(await fourth.textContent()).toContain('but 1 of 2 acceptance items are not ticked.')
    expect(await part(page).textContent()).toContain('which your role owns, is 1 day overdue')
  })

  test('copies commands that do what the page says, each selected whole by one touch', async ({ as }) => {
    const page = await as('SRE_LEAD', '/en', { viewport: { width: 360, height: 800 } })
    const blocks = commands(page)
    const [walk, each] = await blocks.allTextContents()
    expect(walk).toBe(`npm run -s mza -- friday --as SRE_LEAD --document ${SECOND}`)
    await blocks.last().click()
    expect(await page.evaluate('getSelection().toString()')).toBe(each)
    content.run(each ?? '')
    expect(content.last(2)).toEqual([
      expect.objectContaining({ workstream: 2, kind: 'confirm', by: 'SRE_LEAD', for: friday() }),
      expect.objectContaining({ workstream: 1, kind: 'confirm', by: 'SRE_LEAD', for: friday() }),
    ])
    expect(() => content.run(each ?? '')).toThrow(/has changed since you looked at it/)
  })

  test('copies a change of one workstream that the rules accept', async ({ as }) => {
    const page = await as('RELEASE_MANAGER', '/en')
    const guide = item(page, '5. Fifth').locator('details')
    await guide.locator('summary').click()
    const update = (await guide.locator('pre').last().textContent()) ?? ''
    expect(update).toMatch(
      /^npm run -s mza -- update 5 --status IN_PROGRESS --target \d{4}-\d\d-\d\d --as RELEASE_MANAGER --document 80_chain\/second-checklist --expect [0-9a-f]{12}$/,
    )
    // The files are no longer as the page shows them: another test may have reported.
    content.run(update.replace(/ --expect .*$/, ''))
    expect(content.last(1)).toEqual([expect.objectContaining({ workstream: 5, status: 'IN_PROGRESS' })])
  })

  test('copies commands without the hash of a document of which they may not read all', async ({ as }) => {
    const page = await as('SECURITY_OFFICER', '/en')
    const each = await commands(page).last().textContent()
    expect(each).toBe(
      `npm run -s mza -- confirm 6 --as SECURITY_OFFICER --document ${CHECKLIST.slice('/docs/'.length)}`,
    )
    expect(await item(page, /^6\./).locator('details pre').count()).toBe(2)
    expect(await part(page).textContent()).not.toContain('--expect')
  })

  test('is offered no command for a day gone by', async ({ as }) => {
    const page = await as('ORCHESTRATION_ENGINEER', '/en?asOf=2026-03-20')
    expect(await part(page).locator('pre').count()).toBe(0)
  })

  test('owns what their role owns today, and on a day gone by what it owned then', async ({ as }) => {
    const page = await as('LEDGER_ENGINEER', '/en')
    expect(await part(page).textContent()).toContain('Your role owns no workstream')
    await page.goto('/en?asOf=2026-03-20')
    expect(await item(page, '2. Partitioning').count()).toBe(1)
    await page.goto('/ka')
    expect(await part(page).textContent()).toContain('არც ერთი სამუშაო მიმართულების პასუხისმგებლად')
  })
})

describe('somebody who reviews and owns', () => {
  test('sees their workstreams too', async () => {
    const session = { roles: ['REVIEWER', 'SRE_LEAD'], name: 'Keti', exit: 'x'.repeat(22) }
    const cookie = `${SESSION_COOKIE}=${await portal.sessions.close(session, 60)}`
    const { body } = await ask('/en', { origin: portal.origin, headers: { cookie } })
    expect(body).toContain('You owe 2 reports')
  })
})

describe('somebody without an owner role', () => {
  test.for(['REVIEWER', 'DOCUMENT_CUSTODIAN'] as const)(
    'who is %s sees no workstreams of theirs',
    async (role, { as }) => {
      const page = await as(role, '/en')
      expect(await part(page).count()).toBe(0)
    },
  )
})

describe.for(['ka', 'en'])('the owner’s part in %s', locale => {
  test.for(['', '/friday'])(
    'can be used by anyone on its page “%s”, light and dark, on a phone and on a desk',
    {
      timeout: TWO_MINUTES,
    },
    async (place, { as }) => {
      // axe is a script: its page is without the policy.
      const page = await as('SRE_LEAD', `/${locale}${place}`, { bypassCSP: true, javaScriptEnabled: true })
      expect(await judgePage(page)).toEqual([])
    },
  )

  test('has no script and no inline style, and its commands stay off paper', async ({ as }) => {
    const page = await as('SRE_LEAD', `/${locale}`)
    const html = await page.content()
    expect(html).not.toMatch(/<script|\sstyle=|\son[a-z]+\s*=\s*["']/i)
    expect(await commands(page).first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await part(page).isVisible()).toBe(true)
    expect(await commands(page).first().isVisible()).toBe(false)
  })
})
