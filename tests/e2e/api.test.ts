import { describe, expect } from 'vitest'
import { addDays, daysBetween, today } from './days.ts'
import { ask } from './http.ts'
import { describedBy } from './openapi.ts'
import { CHECKLIST, LOCALES } from './places.ts'
import { test } from './reader.ts'
import { blockerOf, trackerOf } from './tracker.ts'

const ID = 'GOS-80-CHAIN-NO-REWORK-CHECKLIST'
const PATH_ID = CHECKLIST.replace('/docs/', '').replaceAll('/', '~')

const LISTS = ['/api/v1/checklists', '/api/v1/documents']
const CHANGES = '/api/v1/checklists/{id}/changes'
const DETAILS = ['/api/v1/checklists/{id}', '/api/v1/documents/{id}']

const read = async (address: string) => JSON.parse((await ask(address)).body)

describe.for([...LISTS, ...DETAILS, CHANGES])('%s', template => {
  const address = template.replace('{id}', ID)

  test.for([
    '',
    '?locale=ka',
    '?locale=en',
    '?asOf=2026-03-04',
    '?locale=en&asOf=2026-03-12',
    `?asOf=${today()}`,
  ])('answers as its OpenAPI document says: %s', async query => {
    const answer = await ask(`${address}${query}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(await describedBy(template, answer)).toEqual([])
    const asked = new URLSearchParams(query)
    expect(JSON.parse(answer.body)).toMatchObject({
      apiVersion: '1',
      revision: expect.stringMatching(/^[0-9a-f]{12}$/),
      scope: 'guest',
      locale: asked.get('locale') ?? 'ka',
      asOf: asked.get('asOf') ?? today(),
    })
  })

  test.for([
    { query: '?asOf=2026-02-30', code: 'as-of-malformed', status: 400 },
    { query: '?asOf=', code: 'as-of-malformed', status: 400 },
    { query: `?asOf=${addDays(today(), 2)}`, code: 'as-of-future', status: 400 },
    { query: '?locale=fr', code: 'locale-unknown', status: 400 },
  ])('refuses $query as $code', async ({ query, code, status }) => {
    const answer = await ask(`${address}${query}`)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(JSON.parse(answer.body)).toMatchObject({
      type: `urn:mza:problem:${code}`,
      status,
      instance: address,
      detail: expect.stringMatching(/^Expected .+, found .+\.$/),
    })
    expect(await describedBy(template, answer)).toEqual([])
  })
})

test.for(DETAILS)('%s knows a document by its id and by its path, and no other', async template => {
  const [byId, byPath, byWholePath] = await Promise.all(
    [ID, PATH_ID, PATH_ID.replaceAll('~', '/')].map(id => read(template.replace('{id}', id))),
  )
  expect(byPath).toEqual(byId)
  expect(byWholePath).toEqual(byId)
  for (const id of ['nothing', ID.toLowerCase(), '10_normative', `${PATH_ID}~1`]) {
    const answer = await ask(template.replace('{id}', id))
    expect([id, answer.status]).toEqual([id, 404])
    expect(JSON.parse(answer.body).type).toBe('urn:mza:problem:not-found')
    expect(await describedBy(template, answer)).toEqual([])
  }
})

test.for(['/api/v1/checklists', ...DETAILS, CHANGES])(
  '%s has no record before the baseline',
  async template => {
    const answer = await ask(`${template.replace('{id}', ID)}?asOf=2026-03-03`)
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.body).type).toBe('urn:mza:problem:no-record-yet')
    expect(await describedBy(template, answer)).toEqual([])
  },
)

test.for(['/api/v1', '/api/v2/checklists', '/api/v1/nothing'])(
  'an address of no resource is a problem, not a page: %s',
  async address => {
    const { status, headers } = await ask(address)
    expect([status, headers['content-type']]).toEqual([
      404,
      expect.stringMatching(/^application\/problem\+json/),
    ])
  },
)

describe.for(LOCALES)('the checklist as data, in %s', locale => {
  test('agrees with its file and with its page', async ({ open }) => {
    const day = '2026-03-12'
    const { workstreams, readiness, document } = await read(
      `/api/v1/checklists/${ID}?locale=${locale}&asOf=${day}`,
    )
    const page = await open(document.links.page)

    expect(workstreams).toMatchObject(
      trackerOf(locale).map(({ number, title, owner, target, status }) => ({
        number,
        title: { text: title, lang: locale, authority: locale === 'ka' ? 'authoritative' : 'source' },
        ownerRole: owner,
        targetDate: target,
        originalTargetDate: target,
        status,
        slips: [],
        overdueDays: status === 'DONE' ? 0 : Math.max(0, daysBetween(target, day)),
        lastReportedOn: '2026-03-04',
        blockerNotes:
          status === 'BLOCKED'
            ? [{ text: blockerOf(locale), lang: locale, raisedOn: '2026-03-04', clearedOn: null }]
            : [],
      })),
    )
    expect(readiness).toMatchObject({ total: 12, done: 3, inProgress: 0, blocked: 1, todo: 8, ready: false })
    expect(document).toMatchObject({
      id: ID,
      version: '0.1.0',
      status: 'DRAFT',
      ownerRole: 'CHAIN_OFFICER',
      missingMetadata: ['Change Log'],
      reviewOverdueDays: 0,
      text: { authoritativeLocale: 'ka', approved: false },
    })
    expect(new URL(page.url()).search).toBe(`?asOf=${day}`)
    expect(await page.locator('main tbody th').allTextContents()).toEqual(
      workstreams.map(({ title }: { title: { text: string } }) => title.text),
    )
  })

  test('names its revision as the page does', async ({ open }) => {
    const [{ revision }, page] = await Promise.all([
      read(`/api/v1/checklists?locale=${locale}`),
      open(`/${locale}`),
    ])
    expect(await page.getByRole('complementary').textContent()).toContain(revision)
  })

  test('has the sections of the document that the page has', async ({ open }) => {
    const { document, sections } = await read(`/api/v1/documents/${ID}?locale=${locale}`)
    const page = await open(document.links.page)
    const anchors = await page
      .locator('main section[id]')
      .evaluateAll(all => all.filter(each => each.querySelector(':scope > h2')).map(each => each.id))
    expect(sections.map(({ anchor }: { anchor: string }) => anchor)).toEqual(anchors)
  })
})

test('every address that the lists give leads to what it says', async () => {
  const { documents } = await read('/api/v1/documents?locale=en&asOf=2026-03-10')
  const { checklists } = await read('/api/v1/checklists?locale=en&asOf=2026-03-10')
  expect(checklists.map(({ document }: { document: object }) => document)).toEqual(
    documents.filter(({ isChecklist }: { isChecklist: boolean }) => isChecklist),
  )
  for (const { links } of documents)
    for (const address of Object.values(links))
      if (typeof address === 'string') expect([address, (await ask(address)).status]).toEqual([address, 200])
})
