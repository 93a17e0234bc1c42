import { parse } from 'csv-parse/sync'
import { describe, expect, inject } from 'vitest'
import { browserOf } from '#tests/setup/session.ts'
import { ask } from './http.ts'
import { CHECKLIST, LOCALES, type Locale } from './places.ts'
import { test } from './reader.ts'

const ID = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'
const ENVIRONMENTS = ['dev', 'stage', 'prod'] as const

const VERDICT = {
  C: 'corroborated',
  X: 'contradicted',
  N: 'not-run',
  S: 'stale',
  '-': 'none-required',
} as const

const NOTHING = 'NNNNN-N-N--N'

/** What the runs of reported-evidence.ts say of the workstreams 1 to 12 as a day ended, in dev, stage and prod. */
const DAYS = [
  { day: '2026-03-04', what: 'nothing has run', verdicts: [NOTHING, NOTHING, NOTHING] },
  { day: '2026-03-08', what: 'a smoke has run', verdicts: ['CCCNN-C-N--N', NOTHING, NOTHING] },
  { day: '2026-03-13', what: 'an effect came twice', verdicts: ['CCXCC-C-N--X', NOTHING, NOTHING] },
  { day: '2026-03-20', what: 'that is mended', verdicts: ['CCCCC-C-N--N', NOTHING, NOTHING] },
  { day: '2026-03-27', what: 'stage has run', verdicts: ['CCCCC-C-X--X', 'CCCNN-C-X--X', NOTHING] },
  {
    day: '2026-04-08',
    what: 'the drill is 30 days old',
    verdicts: ['CCCCC-C-X--X', 'CCCNN-C-X--X', NOTHING],
  },
  { day: '2026-04-09', what: 'it is older', verdicts: ['CCCSS-C-X--X', 'CCCNN-C-X--X', NOTHING] },
  { day: '2026-04-19', what: 'dev has aged', verdicts: ['SSSSS-S-X--X', 'CCCNN-C-X--X', NOTHING] },
  { day: '2026-04-23', what: 'all has aged', verdicts: ['SSSSS-S-X--X', 'SSSNN-S-X--X', NOTHING] },
] as const

interface Evidence {
  readonly [environment: string]: unknown
  readonly checks: readonly { code: string; environment: string; finding: string; runId: string | null }[]
}

interface Resource {
  readonly readiness: {
    readonly ready: boolean
    readonly reasons: readonly { code: string; workstream: number | null; environment: string | null }[]
  }
  readonly workstreams: readonly { number: number; status: string; evidence: Evidence }[]
}

const resourceOn = async (day: string): Promise<Resource> => {
  const { body } = await ask(`/api/v1/checklists/${ID}?asOf=${day}`, { origin: inject('reported') })
  return JSON.parse(body)
}

const wordOf = (letters: string, index: number) => VERDICT[letters.charAt(index) as keyof typeof VERDICT]

const WORDS: Record<Locale, Record<keyof typeof VERDICT, string>> = {
  ka: {
    C: 'მტკიცებულებით დადასტურებული',
    X: 'ეწინააღმდეგება მტკიცებულებას',
    N: 'არ შემოწმებულა',
    S: 'მოძველებული',
    '-': 'მტკიცებულება არ მოითხოვება',
  },
  en: { C: 'Corroborated', X: 'Contradicted', N: 'Not run', S: 'Stale', '-': 'None required' },
}

describe.for(DAYS)('as $day ended and $what', ({ day, verdicts }) => {
  test('the API has the verdict of every workstream and environment', async () => {
    const { workstreams } = await resourceOn(day)
    for (const [index, environment] of ENVIRONMENTS.entries())
      expect(workstreams.map(({ evidence }) => evidence[environment])).toEqual(
        workstreams.map((_, position) => wordOf(verdicts[index] ?? '', position)),
      )
  })

  test('the reasons name what stage lacks, and every workstream keeps the status its owner recorded', async () => {
    const { readiness, workstreams } = await resourceOn(day)
    expect(readiness.ready).toBe(false)
    expect(readiness.reasons.filter(({ code }) => code.startsWith('evidence-'))).toEqual(
      workstreams.flatMap(({ number }) => {
        const verdict = wordOf(verdicts[1], number - 1)
        const isGap = verdict !== 'corroborated' && verdict !== 'none-required'
        return isGap ? [{ code: `evidence-${verdict}`, workstream: number, environment: 'stage' }] : []
      }),
    )
    expect(readiness.reasons.filter(({ code }) => code === 'not-done').map(each => each.workstream)).toEqual(
      workstreams.filter(({ status }) => status !== 'DONE').map(({ number }) => number),
    )
  })

  test.for(LOCALES)('the table has a column for each environment, in %s', async locale => {
    const { body } = await ask(`/${locale}/index.csv?asOf=${day}`, { origin: inject('reported') })
    const [, ...rows] = parse(body, { bom: true, recordDelimiter: '\r\n' }) as string[][]
    for (const [index, letters] of verdicts.entries())
      expect(rows.map(row => row[17 + index])).toEqual(
        [...letters].map(letter => WORDS[locale][letter as keyof typeof VERDICT]),
      )
  })

  test.for(LOCALES)('the page says first what is done but not borne out, in %s', async (locale, { open }) => {
    const page = await open(`/${locale}?asOf=${day}`, { baseURL: inject('reported') })
    const { workstreams } = await resourceOn(day)
    const expected = workstreams
      .filter(({ number, status }) => status === 'DONE' && /[XNS]/.test(verdicts[1].charAt(number - 1)))
      .map(({ number }) => [number, WORDS[locale][verdicts[1].charAt(number - 1) as keyof typeof VERDICT]])
    const items = await page.locator('section[aria-labelledby=unbacked] li').allTextContents()
    expect(items).toHaveLength(expected.length)
    for (const [index, [number, word]] of expected.entries()) {
      expect(items[index]).toMatch(new RegExp(`^${number}\\. `))
      expect(items[index]?.replace(/\s+/g, ' ')).toContain(`DONE · stage ${word}`)
    }
    const headings = await page.locator('main h2').evaluateAll(all => all.map(heading => heading.id))
    expect(headings.filter(id => id !== '')[0]).toBe('unbacked')
  })

  test.for(LOCALES)('the Markdown of the page says the same, in %s', async locale => {
    const { body } = await ask(`/${locale}/index.md?asOf=${day}`, { origin: inject('reported') })
    const rows = body.split('\n').filter(line => /^\| \d+ \|/.test(line))
    for (const [index, row] of rows.entries())
      for (const [position, environment] of ENVIRONMENTS.entries()) {
        const letter = (verdicts[position] ?? '').charAt(index) as keyof typeof VERDICT
        expect(row).toContain(`\`${environment}\` ${WORDS[locale][letter]}`)
      }
  })
})

describe.for(LOCALES)('a workstream, in %s', locale => {
  const inReported = () => ({ baseURL: inject('reported') })

  test('has each acceptance item with its checks, and those without an item below', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}/3?asOf=2026-03-13`, inReported())
    const evidence = page.locator('section[aria-labelledby=evidence]')
    const items = evidence.locator('ol > li')
    expect(await items.count()).toBe(3)
    expect(await items.nth(0).textContent()).toMatch(/effect-once/)
    expect(await items.nth(0).textContent()).toContain(locale === 'ka' ? 'დარღვეულია' : 'Failed')
    expect(await items.nth(1).getByRole('link').count()).toBe(0)
    expect(await evidence.locator('h3 + ul').allTextContents()).toEqual([
      expect.stringMatching(/no-loss.*claims-agree/),
    ])
  })

  test('says of a finding which run and records decided it, what ran, and when', async ({ open }) => {
    // Who sees records is led to them.
    const owner = await browserOf(inject('reported'), 'SRE_LEAD')
    const page = await open(`/${locale}${CHECKLIST}/3?asOf=2026-03-13`, owner)
    const found = page.locator('section[aria-labelledby=check-effect-once]')
    const text = (await found.textContent()) ?? ''
    expect(text).toContain(locale === 'ka' ? 'მოვლენას ერთზე მეტი შედეგი ჰქონდა.' : 'more than one effect.')
    expect(text).toContain('https://example.org/kes')
    expect(text).toContain('a1b2c3d4')
    const links = await found.getByRole('link').evaluateAll(all => all.map(link => link.getAttribute('href')))
    expect(links).toEqual([
      `/${locale}/evidence/dev/dev-smoke-2026-03-13?asOf=2026-03-13`,
      expect.stringMatching(/\/evidence\/dev\/dev-smoke-2026-03-13\/records\/\d+\?asOf=2026-03-13$/),
    ])
    const [ran, ingested] = await found
      .locator('time')
      .evaluateAll(all => all.map(time => time.getAttribute('datetime')))
    expect(ran).toBe('2026-03-13T12:00:00.000Z')
    expect(Date.parse(ingested ?? '')).toBeGreaterThan(Date.parse('2026-11-01T00:00:00Z'))
  })

  test('says why a check judged nothing', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}/4?asOf=2026-03-08`, inReported())
    expect(await page.locator('section[aria-labelledby=check-dlq-controlled]').textContent()).toContain(
      locale === 'ka' ? 'კონტროლირებადი მტყუნება არ გამოცხადებულა' : 'declares no controlled failure',
    )
  })

  test('counts the warnings of what is corroborated', async ({ open }) => {
    const page = await open(`/${locale}${CHECKLIST}/4?asOf=2026-03-13`, inReported())
    const [dev] = await page.locator('section[aria-labelledby=evidence] > ul li').allTextContents()
    expect(dev).toContain(WORDS[locale].C)
    expect(dev).toMatch(/1/)
    expect(await page.locator('section[aria-labelledby=check-dlq-complete]').textContent()).toContain(
      locale === 'ka' ? 'მისი მნიშვნელობაა null' : 'its value is null',
    )
  })

  test('says that it rests on documents where none is required', async ({ open }) => {
    for (const number of [6, 8, 10, 11]) {
      const page = await open(`/${locale}${CHECKLIST}/${number}`, inReported())
      expect(await page.locator('section[aria-labelledby=evidence]').textContent()).toContain(
        locale === 'ka' ? 'დოკუმენტებს ეფუძნება' : 'rests on documents',
      )
    }
  })

  test('says all of it in Markdown too', async () => {
    const { body } = await ask(`/${locale}${CHECKLIST}/3.md?asOf=2026-03-13`, { origin: inject('reported') })
    for (const part of ['`effect-once`', '`dev-smoke-2026-03-13`', '`a1b2c3d4`', '2026-03-13'])
      expect(body).toContain(part)
    expect(body).toContain(`\`dev\` ${WORDS[locale].X}`)
  })
})

test('a portal without evidence says of every mapped check that it was not run', async () => {
  const { workstreams }: Resource = JSON.parse((await ask(`/api/v1/checklists/${ID}`)).body)
  const mapped = workstreams.filter(({ evidence }) => evidence.checks.length > 0)
  expect(mapped.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 7, 9, 12])
  for (const { evidence } of mapped)
    for (const { finding, runId } of evidence.checks) expect([finding, runId]).toEqual(['not-run', null])
})

test('workstream 12 asks for every check there is', async () => {
  const { workstreams } = await resourceOn('2026-03-27')
  const twelfth = workstreams.find(({ number }) => number === 12)
  expect(new Set(twelfth?.evidence.checks.map(({ code }) => code)).size).toBe(15)
})
