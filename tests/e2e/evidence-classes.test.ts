import { describe, expect, inject, test } from 'vitest'
import type { Scope } from '#features/access/scope-model.ts'
import { cookieOf } from '#tests/setup/session.ts'
import { type Answer, ask } from './http.ts'
import { linksOn } from './links.ts'
import { describedBy } from './openapi.ts'
import { test as withReader } from './reader.ts'

const RUN = '/evidence/dev/dev-smoke-2026-03-13'
const FAILED = '/evidence/dev/dev-failure-2026-03-10'
const COMPARED = '/evidence/compare?a=dev&b=stage'

const COOKIES: Readonly<Record<Scope, string | null>> = {
  guest: null,
  owner: await cookieOf(inject('reported'), 'SRE_LEAD'),
  reviewer: await cookieOf(inject('reported'), 'COMPLIANCE_OFFICER'),
  admin: await cookieOf(inject('reported'), 'DOCUMENT_CUSTODIAN'),
}
const SCOPES = ['guest', 'owner', 'reviewer', 'admin'] as const

const askAs = (scope: Scope, address: string): Promise<Answer> => {
  const cookie = COOKIES[scope]
  return ask(address, { origin: inject('reported'), headers: cookie === null ? {} : { cookie } })
}

/** Without what repeats the address that was asked for. */
const saidOf = ({ body }: Answer, address: string): string =>
  body
    .replaceAll(address, '')
    .replaceAll(/found \\"\d+\\"/g, '')
    .replaceAll(/[^"' ]*(records|intent|asOf|back)[^"' ]*/g, '')

const RECORDS: readonly (readonly [what: string, there: string, absent: string])[] = [
  ['a record', `/en${RUN}/records/5`, `/en${RUN}/records/62`],
  ['a record as Markdown', `/en${RUN}/records/5.md`, `/en${RUN}/records/62.md`],
  ['a record as data', `/api/v1${RUN}/records/5`, `/api/v1${RUN}/records/62`],
  ['the choice of a day for a record', `/en/as-of${RUN}/records/5`, `/en/as-of${RUN}/records/62`],
]
const CHAINS: readonly (readonly [what: string, there: string, absent: string])[] = [
  ['a chain', `/en${FAILED}?intent=intent-ka-2`, `/en${FAILED}?intent=intent-xx-2`],
  [
    'the records of an event',
    `/en${FAILED}?event=intent-ka-2:mint.requested`,
    `/en${FAILED}?event=intent-xx-2:mint.requested`,
  ],
  ['a chain as data', `/api/v1${FAILED}/records?intent=intent-ka-2`, `/api/v1${FAILED}/records?intent=x`],
  ['a chain as a table', `/en${FAILED}.csv?intent=intent-ka-2`, `/en${FAILED}.csv?intent=x`],
]
const FILES: readonly (readonly [what: string, there: string, absent: string])[] = [
  ['a file of records', `${RUN}/records.jsonl`, `${RUN}/others.jsonl`],
  ['a run.json', `${RUN}/run.json`, '/evidence/dev/no-such-run/run.json'],
]

describe('a direct address of', () => {
  test.for([...RECORDS, ...CHAINS])('%s leads a guest nowhere, as if it were absent', async given => {
    const [, there, absent] = given
    const [one, other] = [await askAs('guest', there), await askAs('guest', absent)]
    expect([one.status, other.status]).toEqual([404, 404])
    expect(saidOf(one, there)).toBe(saidOf(other, absent))
    for (const scope of ['owner', 'reviewer', 'admin'] as const)
      expect([scope, (await askAs(scope, there)).status]).toEqual([scope, 200])
  })

  test.for(FILES)('%s leads guests and owners nowhere, as if it were absent', async ([, there, absent]) => {
    for (const scope of ['guest', 'owner'] as const) {
      const [one, other] = [await askAs(scope, there), await askAs(scope, absent)]
      expect([one.status, other.status]).toEqual([404, 404])
      expect(saidOf(one, there)).toBe(saidOf(other, absent))
    }
    for (const scope of ['reviewer', 'admin'] as const) {
      const { status, headers } = await askAs(scope, there)
      expect([status, headers['cache-control'], headers.etag]).toEqual([200, 'private, no-store', undefined])
    }
  })
})

/** Everything that shows something of records, with what a run of 61 records withholds from whom. */
const SHOWN = [
  `/en${RUN}`,
  `/en${RUN}.md`,
  `/en${RUN}.csv`,
  `/api/v1${RUN}`,
  `/api/v1${RUN}/records`,
  `/en${COMPARED}`,
  `/en${COMPARED.replace('compare?', 'compare.md?')}`,
  `/api/v1${COMPARED}`,
  '/en/evidence',
  '/en/search?q=intent-ka-1',
  '/en/search.csv?q=intent-ka-1',
  '/en/search.md?q=intent-ka-1',
  '/api/v1/search?q=intent-ka-1',
  '/en/docs/80_chain/no-rework-migration-checklist/12',
  '/en/docs/80_chain/no-rework-migration-checklist/3?asOf=2026-03-13',
]

/** Words of records that no address asks for. */
const OF_RECORDS = /intent-ka-[2-9]|intent-ka-1:|orchestrator-1/
const OF_PAYLOADS = /&quot;payload&quot;|"payload":/

const WITHHELD =
  /withheld \(class INTERNAL\); visible to: Owner, Reviewer, (and )?Admin|"class":"INTERNAL","visibleTo":\["owner","reviewer","admin"\]/

describe('of records', () => {
  test.for(SHOWN)('a guest finds no word at %s', async address => {
    const { status, body } = await askAs('guest', address)
    expect(status).toBe(200)
    expect(body).not.toMatch(OF_RECORDS)
    expect(body).not.toMatch(OF_PAYLOADS)
    expect(body).not.toMatch(/href="[^"]*\/records\/\d/)
  })

  test.for(SHOWN.slice(0, 8).concat(SHOWN.slice(9, 13)))(
    'a guest is told at %s how many are withheld, and from whom',
    async address => {
      expect((await askAs('guest', address)).body).toMatch(WITHHELD)
      for (const scope of ['owner', 'reviewer', 'admin'] as const)
        expect((await askAs(scope, address)).body).not.toMatch(WITHHELD)
    },
  )

  test('a guest is told the number on the page of the run', async () => {
    const { body } = await askAs('guest', `/en${RUN}`)
    expect(body).toContain('61 records are withheld (class INTERNAL)')
    const [, files = '', records = ''] = body.split(/<h2 id="(?:files|records)"/)
    expect(files).toContain('2 original files are withheld (class RESTRICTED)')
    expect(records).not.toContain('original files')
  })

  test.for([...SHOWN, `/en${RUN}/records/5`, `/en${RUN}/records/5.md`, `/api/v1${RUN}/records/5`])(
    'an owner finds no payload at %s',
    async address => {
      const { status, body } = await askAs('owner', address)
      expect(status).toBe(200)
      expect(body).not.toMatch(OF_PAYLOADS)
    },
  )

  test('an owner is told on a record’s page that its payload is withheld, a reviewer sees it', async () => {
    const address = `/en${RUN}/records/5`
    const owner = (await askAs('owner', address)).body
    expect(owner).toContain('Payload and headers of 1 record are withheld (class RESTRICTED)')
    expect(owner).toMatch(/intentId/)
    expect(owner).not.toContain('"headers":')
    expect((await askAs('owner', `${address}.md`)).body).not.toContain('"headers"')
    const reviewer = (await askAs('reviewer', address)).body
    expect(reviewer).toMatch(OF_PAYLOADS)
    expect(reviewer).toContain('"headers":')
    expect(reviewer).not.toContain('withheld')
  })

  test.for([
    ['/api/v1/evidence/{environment}/{runId}', `/api/v1${RUN}`],
    ['/api/v1/evidence/{environment}/{runId}/records', `/api/v1${RUN}/records`],
    ['/api/v1/evidence/compare', `/api/v1${COMPARED}`],
    ['/api/v1/search', '/api/v1/search?q=intent-ka-1'],
  ] as const)('%s is as described, whoever asks', async ([template, address]) => {
    for (const scope of SCOPES)
      expect([scope, await describedBy(template, await askAs(scope, address))]).toEqual([scope, []])
  })

  test('a finding says to all what decided it, and its words to who sees records', async () => {
    const witnesses = async (scope: Scope) => {
      const { run } = JSON.parse((await askAs(scope, `/api/v1${RUN}`)).body)
      return run.checks.find(({ code }: { code: string }) => code === 'effect-once').witnesses
    }
    const [guest] = await witnesses('guest')
    expect(guest).toMatchObject({ record: 61, reason: 'second-effect', detail: null, isWithheld: true })
    for (const scope of ['owner', 'reviewer', 'admin'] as const) {
      const [witness] = await witnesses(scope)
      expect(witness).toMatchObject({
        record: 61,
        reason: 'second-effect',
        detail: expect.stringMatching(/^intent-ka-/),
      })
      expect(witness).not.toHaveProperty('isWithheld')
    }
  })
})

withReader('a guest’s page of a run leads nowhere that does not answer', async ({ open }) => {
  const page = await open(`/en${RUN}`, { baseURL: inject('reported') })
  for (const address of new Set(await linksOn(page)))
    expect([address, (await askAs('guest', address)).status]).toEqual([address, 200])
})
