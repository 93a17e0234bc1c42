import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { sha256 } from '#tests/setup/bundle-folder.ts'
import { writeReportedEvidence } from '#tests/setup/reported-evidence.ts'
import { browserOf, cookieOf } from '#tests/setup/session.ts'
import { type Answer, ask } from './http.ts'
import { linksOn } from './links.ts'
import { describedBy } from './openapi.ts'
import { LOCALES, type Locale } from './places.ts'
import { test } from './reader.ts'

/** Whoever sees all of it; what others see is in evidence-classes.test.ts. */
const reported = await browserOf(inject('reported'), 'REVIEWER')
const cookie = await cookieOf(inject('reported'), 'REVIEWER')
const askReported = (address: string, headers = {}): Promise<Answer> =>
  ask(address, { origin: inject('reported'), headers: { cookie, ...headers } })

const FINDING: Record<Locale, Record<string, string>> = {
  ka: {
    passed: 'დაცულია',
    failed: 'დარღვეულია',
    warned: 'დაცულია, შენიშვნით',
    'not-run': 'არ შემოწმებულა',
  },
  en: { passed: 'Passed', failed: 'Failed', warned: 'Passed with warnings', 'not-run': 'Not run' },
}

/** The newest first. */
const RUNS = [
  'stage-smoke-2026-03-24',
  'dev-smoke-2026-03-20',
  'dev-smoke-2026-03-13',
  'dev-replay-2026-03-10',
  'dev-failure-2026-03-10',
  'dev-smoke-2026-03-06',
]
const CONTRADICTED = '/evidence/dev/dev-smoke-2026-03-13'

/** The bundles once more, as they were written for the portal. */
let bundles: string
beforeAll(() => {
  bundles = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-evidence-'))
  writeReportedEvidence(bundles)
})
afterAll(() => fs.rmSync(bundles, { recursive: true, force: true }))

const words = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** Rows of the table with this many columns, a list of words a row. */
const rowsOf = async (page: Page, label: RegExp): Promise<string[][]> => {
  const rows = await page.getByRole('table', { name: label }).locator('tbody tr').all()
  return Promise.all(
    rows.map(async row => (await row.locator('th, td').allTextContents()).map(text => words(text))),
  )
}

const MATRIX = /^(What each check found last|თითოეული შემოწმების ბოლო დასკვნა)$/
const LIST = /^(Runs over time|გაშვებები დროის მიხედვით)$/
const RECORDS = /^(Records|ჩანაწერები)$/
const CLAIMS = /^(Claims beside what the records say|განცხადებული შედეგები და ჩანაწერები)$/

const cellOf = async (page: Page, check: string, environment: 'dev' | 'stage' | 'prod') => {
  const row = (await rowsOf(page, MATRIX)).find(([name]) => name?.endsWith(` ${check}`))
  return row?.[['dev', 'stage', 'prod'].indexOf(environment) + 1] ?? ''
}

describe.concurrent.for(LOCALES)('the evidence in %s', locale => {
  test('of the project itself is none, and the page says what that means', async ({ open }) => {
    const page = await open(`/${locale}/evidence`)
    const text = words(await page.locator('main').textContent())
    expect(text).toContain(locale === 'ka' ? 'მტკიცებულება ჯერ არ არის' : 'No evidence has been taken in yet')
    expect(text).toContain(
      locale === 'ka' ? 'არც ერთი შემოწმება არ ჩატარებულა' : 'no status is backed by evidence',
    )
    expect(await page.locator('main table').count()).toBe(0)
  })

  test.for([
    { day: '', check: 'effect-once', on: 'dev', finding: 'passed', run: 'dev-smoke-2026-03-20' },
    { day: '', check: 'dlq-complete', on: 'dev', finding: 'warned', run: 'dev-failure-2026-03-10' },
    { day: '', check: 'replay-closed', on: 'dev', finding: 'passed', run: 'dev-replay-2026-03-10' },
    { day: '', check: 'dlq-complete', on: 'stage', finding: 'not-run', run: '' },
    { day: '', check: 'environment-parity', on: 'stage', finding: 'failed', run: 'stage-smoke-2026-03-24' },
    { day: '', check: 'no-loss', on: 'prod', finding: 'not-run', run: '' },
    { day: '2026-03-14', check: 'effect-once', on: 'dev', finding: 'failed', run: 'dev-smoke-2026-03-13' },
    { day: '2026-03-14', check: 'no-loss', on: 'stage', finding: 'not-run', run: '' },
    { day: '2026-03-06', check: 'effect-once', on: 'dev', finding: 'passed', run: 'dev-smoke-2026-03-06' },
  ] as const)('says of $check in $on, as of “$day”: $finding, by $run', async (expected, { open }) => {
    const { day, check, on, finding, run } = expected
    const page = await open(`/${locale}/evidence${day && `?asOf=${day}`}`, reported)
    const cell = await cellOf(page, check, on)
    const word = FINDING[locale][finding] ?? ''
    expect(cell.includes(':') ? cell.replace(/^[a-z]+: /, '') : cell).toMatch(
      new RegExp(`^${word}( ${run}|$)`),
    )
  })

  test('lists every run, the newest first, and draws a bar for each, the oldest first', async ({ open }) => {
    const page = await open(`/${locale}/evidence`, reported)
    expect((await rowsOf(page, LIST)).map(([run]) => run)).toEqual(RUNS)
    const drawing = page.locator('figure svg[role=img]')
    // The run with a second effect, then the two that environment-parity fails.
    expect(await drawing.locator('text').allTextContents()).toEqual(['1', '1', '1'])
    expect(await drawing.locator(':scope > rect').count()).toBeGreaterThan(RUNS.length)
  })

  test('is filtered by a form, without script, and keeps the day', async ({ open }) => {
    const page = await open(`/${locale}/evidence?asOf=2026-03-20`, reported)
    await page.locator('main summary').nth(1).click()
    await page.locator('select[name=check]').selectOption('effect-once')
    await page.locator('select[name=finding]').selectOption('failed')
    await page.locator('main form').nth(1).getByRole('button').click()
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries([...searchParams].filter(([, value]) => value !== ''))).toEqual({
      asOf: '2026-03-20',
      check: 'effect-once',
      finding: 'failed',
    })
    expect((await rowsOf(page, LIST)).map(([run]) => run)).toEqual(['dev-smoke-2026-03-13'])
    expect(await page.locator('select[name=finding]').inputValue()).toBe('failed')
    await page.locator('main form').nth(1).getByRole('link').click()
    expect(new URL(page.url()).search).toBe('?asOf=2026-03-20')
  })

  test('marks the words of a run as nobody’s to translate or to turn around', async ({ open }) => {
    for (const place of [CONTRADICTED, `${CONTRADICTED}/records/61`, '/evidence/compare']) {
      const page = await open(`/${locale}${place}`, reported)
      const unmarked = 'main code:not([lang=en][translate=no][dir=ltr], [lang=en][translate=no][dir=ltr] *)'
      expect(await page.locator(unmarked).allTextContents()).toEqual([])
      expect(await page.locator('main code').count()).toBeGreaterThan(0)
    }
  })

  test('leads nowhere that does not answer', async ({ open }) => {
    const dead: string[] = []
    for (const place of ['/evidence', CONTRADICTED, `${CONTRADICTED}/records/61`, '/evidence/compare']) {
      const page = await open(`/${locale}${place}?asOf=2026-03-25`, reported)
      for (const address of new Set(await linksOn(page)))
        if ((await askReported(address)).status !== 200) dead.push(`${place}: ${address}`)
    }
    expect(dead).toEqual([])
  })
})

describe.concurrent.for(LOCALES)('a run in %s', locale => {
  test('that claims to be well while a check failed says so before anything else', async ({ open }) => {
    const page = await open(`/${locale}${CONTRADICTED}`, reported)
    const said = words(await page.locator('h1 + div').textContent())
    expect(said).toContain(locale === 'ka' ? 'გაშვება აცხადებს: ok: true' : 'The run claims ok: true')
    expect(await page.locator('h1 + div a').getAttribute('href')).toBe('#effect-once')
    const fine = await open(`/${locale}/evidence/dev/dev-smoke-2026-03-06`, reported)
    expect(words(await fine.locator('main').textContent())).not.toContain('ok: true')
  })

  test('shows each claim beside what its records say', async ({ open }) => {
    const page = await open(`/${locale}/evidence/dev/dev-failure-2026-03-10`, reported)
    const claims = new Map((await rowsOf(page, CLAIMS)).map(([name = '', ...cells]) => [name, cells]))
    const last = (name: string) => claims.get(name)?.at(-1) ?? ''
    expect(last('ok')).toContain(locale === 'ka' ? 'გამოთვლა შეუძლებელია' : 'Cannot be recomputed')
    expect(last('dlqRecords')).toContain(locale === 'ka' ? 'ემთხვევა' : 'Agrees')
    expect(claims.get('dlqRecords')?.map(cell => /\d+$/.exec(cell)?.[0])).toEqual(['3', '3', undefined])
  })

  test('names the record that decided what failed, and leads to it', async ({ open }) => {
    const page = await open(`/${locale}${CONTRADICTED}`, reported)
    const link = page.locator('#effect-once details[open] a')
    expect(await link.getAttribute('href')).toBe(`/${locale}${CONTRADICTED}/records/61`)
    await link.click()
    expect(words(await page.locator('pre').textContent())).toContain('"boundary": "effect"')
  })

  test('shows its records page by page, each once', async ({ open }) => {
    const page = await open(`/${locale}${CONTRADICTED}`, reported)
    const first = (await rowsOf(page, RECORDS)).map(([number]) => Number(number))
    await page.locator('a[rel=next]').click()
    const second = (await rowsOf(page, RECORDS)).map(([number]) => Number(number))
    expect([...first, ...second]).toEqual(Array.from({ length: 61 }, (_, index) => index + 1))
    expect(await page.locator('a[rel=next]').count()).toBe(0)
  })

  test('filters its records by a form, without script', async ({ open }) => {
    const page = await open(`/${locale}${CONTRADICTED}`, reported)
    await page.locator('main summary').last().click()
    await page.locator('select[name=boundary]').selectOption('effect')
    await page.locator('select[name=topic]').selectOption('anchor.confirmed')
    await page.locator('main form').getByRole('button').click()
    const rows = await rowsOf(page, RECORDS)
    expect(rows).toHaveLength(4)
    for (const row of rows) {
      expect(row[1]).toContain('effect')
      expect(row[2]).toContain('anchor.confirmed')
    }
    await page.locator('select[name=boundary]').selectOption('')
    await page.locator('select[name=topic]').selectOption('')
    await page.locator('input[name=event]').fill('intent-ka-3:anchor.confirmed')
    await page.locator('main form').getByRole('button').click()
    expect((await rowsOf(page, RECORDS)).map(([number]) => Number(number))).toEqual([57, 58, 59, 60, 61])
  })

  test('draws what became of one intent, on into the run that replays it', async ({ open }) => {
    const page = await open(`/${locale}/evidence/dev/dev-failure-2026-03-10?intent=intent-ka-2`, reported)
    const steps = page.getByRole('img', { name: /^(milestone|mint|anchor)\./ })
    const labels = await steps.evaluateAll(all => all.map(svg => svg.getAttribute('aria-label') ?? ''))
    expect(labels).toHaveLength(5)
    expect(labels[1]).toMatch(
      locale === 'ka'
        ? /^mint\.requested: გაგზავნა × 1; მიღება × \d; შედეგი × 1; DLQ-ში მოთავსება × 1; ხელახალი გაგზავნა × 1$/
        : /^mint\.requested: Sent × 1; Consumed × \d; Effect × 1; Put into the DLQ × 1; Sent again × 1$/,
    )
    expect(words(await page.locator('section:has(> #chain)').textContent())).toContain(
      'dev-replay-2026-03-10',
    )
  })

  test('is not there before it had finished, nor in another environment', async () => {
    for (const [address, status] of [
      [`${CONTRADICTED}?asOf=2026-03-13`, 200],
      [`${CONTRADICTED}?asOf=2026-03-12`, 404],
      [`${CONTRADICTED}/records/1?asOf=2026-03-12`, 404],
      ['/evidence/stage/dev-smoke-2026-03-13', 404],
      ['/evidence/test/dev-smoke-2026-03-13', 404],
      [`${CONTRADICTED}/records/62`, 404],
      [`${CONTRADICTED}/records/0`, 404],
      [`${CONTRADICTED}/records/01`, 404],
      [`${CONTRADICTED}/records/x`, 404],
      [`${CONTRADICTED}?boundary=x`, 400],
      [`${CONTRADICTED}?partition=two`, 400],
      ['/evidence?finding=bad', 400],
      ['/evidence?after=no-such-run', 404],
      ['/evidence/compare?a=dev/no-such-run', 404],
      [`/as-of${CONTRADICTED}`, 200],
      [`/as-of${CONTRADICTED}/records/61`, 200],
      [`/as-of${CONTRADICTED}/records/62`, 404],
      ['/as-of/evidence/dev/no-such-run', 404],
    ] as const)
      expect([address, (await askReported(`/${locale}${address}`)).status]).toEqual([address, status])
  })

  test('is a table on paper', async ({ open }) => {
    const page = await open(`/${locale}${CONTRADICTED}`, { ...reported, width: 700 })
    await page.emulateMedia({ media: 'print' })
    const row = page.getByRole('table', { name: RECORDS }).getByRole('row').nth(1)
    expect(await row.evaluate(element => getComputedStyle(element).display)).toBe('table-row')
    expect(await page.locator('main form').isVisible()).toBe(false)
  })
})

describe.concurrent.for(LOCALES)('a comparison in %s', locale => {
  test('tells what became of every check from one run to another', async ({ open }) => {
    const query = '?a=dev/dev-smoke-2026-03-06&b=dev/dev-smoke-2026-03-13'
    const page = await open(`/${locale}/evidence/compare${query}`, reported)
    const [worst, ...others] = await rowsOf(page, /^(Checks|შემოწმებები)$/)
    expect(worst?.[0]).toContain('effect-once')
    expect(worst?.[1]).toContain(locale === 'ka' ? 'გაუარესდა' : 'Regressed')
    expect(others).toHaveLength(14)
    for (const row of others) expect(row[1]).toContain(locale === 'ka' ? 'უცვლელია' : 'Same')
  })

  test('of two environments is chosen by a form, and says how their runs differ', async ({ open }) => {
    const page = await open(`/${locale}/evidence`, reported)
    await page.locator('main summary').first().click()
    await page.locator('main form').first().getByRole('button').click()
    expect(new URL(page.url()).search).toBe('?a=dev&b=stage')
    const [difference] = await rowsOf(page, /^(Where the runs differ|გაშვებებს შორის განსხვავებები)$/)
    expect(difference?.slice(1).map(cell => /\d+$/.exec(cell)?.[0])).toEqual(['10', '5'])
  })
})

describe('a file of a bundle', () => {
  test.for(RUNS)('of %s is downloaded as its producer wrote it', async runId => {
    const environment = runId.startsWith('stage') ? 'stage' : 'dev'
    for (const name of ['run.json', 'records.jsonl']) {
      const original = fs.readFileSync(path.join(bundles, environment, runId, name), 'utf8')
      const { status, headers, body } = await askReported(`/evidence/${environment}/${runId}/${name}`)
      expect([status, body]).toEqual([200, original])
      expect(headers).toMatchObject({
        'content-disposition': `attachment; filename="${name}"`,
        'content-length': String(Buffer.byteLength(original)),
        'x-content-type-options': 'nosniff',
        'repr-digest': `sha-256=:${Buffer.from(sha256(original), 'hex').toString('base64')}:`,
        'cache-control': 'private, no-store',
      })
      expect(headers['content-type']).toMatch(/^application\/(json|x-ndjson); charset=utf-8$/)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  test('is named on the page of its run with its hash', async ({ open }) => {
    const page = await open(`/en${CONTRADICTED}`, reported)
    for (const [file = '', , hash = ''] of await rowsOf(page, /^Original files$/)) {
      const { body } = await askReported(`${CONTRADICTED}/${file}`)
      expect(hash).toContain(sha256(body))
    }
  })

  test('is not sent to who asks for its head alone, and has no tag to be told by', async () => {
    const address = `${CONTRADICTED}/records.jsonl`
    const { headers } = await askReported(address)
    expect(headers.etag).toBeUndefined()
    const head = await ask(address, { method: 'HEAD', origin: inject('reported'), headers: { cookie } })
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      headers['content-length'],
    ])
  })

  test.for([
    [`${CONTRADICTED}/records.jsonl?asOf=2026-03-12`, 404],
    [`${CONTRADICTED}/records.jsonl?asOf=2026-02-30`, 400],
    [`${CONTRADICTED}/other.jsonl`, 404],
    [`${CONTRADICTED}/records.json`, 404],
    ['/evidence/dev/no-such-run/run.json', 404],
    ['/evidence/test/dev-smoke-2026-03-13/run.json', 404],
  ] as const)('is not there at %s: %i', async ([address, status]) => {
    expect((await askReported(address)).status).toBe(status)
  })
})

describe('evidence as data', () => {
  const LISTED = '/api/v1/evidence'
  const RUN = '/api/v1/evidence/{environment}/{runId}'
  const OF_RUN = '/api/v1/evidence/{environment}/{runId}/records'
  const ONE = '/api/v1/evidence/{environment}/{runId}/records/{number}'
  const COMPARED = '/api/v1/evidence/compare'

  test.for([
    [LISTED, LISTED, 200],
    [LISTED, `${LISTED}?finding=failed&asOf=2026-03-14`, 200],
    [LISTED, `${LISTED}?kind=x`, 400],
    [LISTED, `${LISTED}?after=x`, 404],
    [RUN, `/api/v1${CONTRADICTED}`, 200],
    [RUN, '/api/v1/evidence/dev/dev-replay-2026-03-10?locale=en', 200],
    [RUN, `/api/v1${CONTRADICTED}?asOf=2026-03-12`, 404],
    [OF_RUN, `/api/v1${CONTRADICTED}/records`, 200],
    [OF_RUN, `/api/v1${CONTRADICTED}/records?boundary=dlq`, 200],
    [OF_RUN, `/api/v1${CONTRADICTED}/records?partition=x`, 400],
    [OF_RUN, '/api/v1/evidence/dev/no-such-run/records', 404],
    [ONE, `/api/v1${CONTRADICTED}/records/61`, 200],
    [ONE, `/api/v1${CONTRADICTED}/records/0`, 404],
    [COMPARED, COMPARED, 200],
    [COMPARED, `${COMPARED}?a=${CONTRADICTED.slice(10)}&b=dev`, 200],
    [COMPARED, `${COMPARED}?a=test`, 404],
  ] as const)('%s is as described at %s: %i', async ([template, address, status]) => {
    const answer = await askReported(address)
    expect(answer.status).toBe(status)
    expect(await describedBy(template, answer)).toEqual([])
  })

  test('gives the runs that the page lists, and the records that the file holds', async () => {
    const { runs, total } = JSON.parse((await askReported(LISTED)).body)
    expect(runs.map(({ runId }: { runId: string }) => runId)).toEqual(RUNS)
    expect(total).toBe(RUNS.length)
    const { records, next } = JSON.parse((await askReported(`/api/v1${CONTRADICTED}/records`)).body)
    const lines = fs
      .readFileSync(path.join(bundles, 'dev', 'dev-smoke-2026-03-13', 'records.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(
      records.map(({ number, eventId, intentId, ...record }: object & Record<string, unknown>) => record),
    ).toEqual(lines)
    expect(next).toBeNull()
  })

  test('is a table of runs, and one of the records of each', async () => {
    const runs = (await askReported('/en/evidence.csv?environment=dev')).body.trim().split('\r\n')
    expect(runs.slice(1).map(line => line.split(',')[0])).toEqual(RUNS.slice(1))
    const answer = await askReported(`/en${CONTRADICTED}.csv?boundary=effect`)
    const [head = '', ...records] = answer.body.trim().split('\r\n')
    expect(head).toContain('No.,Boundary,Topic')
    expect(records).toHaveLength(16)
    for (const record of records) expect(record.split(',')[1]).toBe('effect')
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect((await askReported(`/en${CONTRADICTED}.csv?boundary=x`)).status).toBe(400)
    expect((await askReported('/en/evidence/dev/no-such-run.csv')).status).toBe(404)
  })

  test.for(LOCALES)('is Markdown in %s', async locale => {
    const { body } = await askReported(`/${locale}/evidence.md`)
    for (const run of RUNS)
      expect(body).toContain(`/${locale}/evidence/`.concat(run.split('-')[0] ?? '', '/', run))
    const run = (await askReported(`/${locale}${CONTRADICTED}.md`)).body
    expect(run).toContain(FINDING[locale]['failed'])
    expect(run).toContain(`${CONTRADICTED}/records/61`)
    expect((await askReported(`/${locale}${CONTRADICTED}.md?asOf=2026-03-12`)).status).toBe(404)
    const record = (await askReported(`/${locale}${CONTRADICTED}/records/61.md`)).body
    expect(record).toContain('"boundary": "effect"')
    expect((await askReported(`/${locale}${CONTRADICTED}/records/62.md`)).status).toBe(404)
    const none = (await ask(`/${locale}/evidence.md`)).body
    expect(none).toContain(locale === 'ka' ? 'მტკიცებულება ჯერ არ არის' : 'No evidence has been taken in yet')
  })
})
