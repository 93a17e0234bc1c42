import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { allOf, askAs } from '#tests/access/ask-as.ts'
import type { Canary } from '#tests/access/canaries.ts'
import { MIXED } from '#tests/access/content.ts'
import { READERS, type ReaderScope, sees } from '#tests/access/model.ts'
import { type PlantedPortal, startPlantedPortal } from '#tests/access/planted-portal.ts'

/** Of each scope. */
const READERS_AT_ONCE = 16
/** Of each scope's pool: each connection serves many readers in turn. */
const CONNECTIONS = 2
/** How many answers each waits for: a guest's are kept by the gate, those of others are made each time. */
const ANSWERS: Readonly<Record<ReaderScope, number>> = { guest: 688, owner: 188, reviewer: 188, admin: 188 }
/** One turn in so many is a page's, which costs more than the others. */
const PAGE_EVERY = 40
const MINUTES = 60_000

const PAGES = [`/en/docs/${MIXED.path}`, '/ka/docs', `/ka/docs/${MIXED.path}/3`, '/en/evidence'] as const
const LIGHT = [
  `/api/v1/checklists/${MIXED.id}?locale=en`,
  `/api/v1/documents/${MIXED.id}?locale=ka`,
  '/api/v1/documents?locale=en',
  '/en/docs.csv',
  `/ka/docs/${MIXED.path}.csv`,
  `/en/docs/${MIXED.path}/1.md`,
  '/api/v1/evidence/dev/planted-dev/records',
  '/api/v1/evidence/dev/planted-dev',
] as const
const ADDRESSES = [...PAGES, ...LIGHT]

let portal: PlantedPortal
beforeAll(async () => {
  portal = await startPlantedPortal(inject('adminUrl'), CONNECTIONS)
}, 3 * MINUTES)
afterAll(() => portal?.close())

const nameOf = (scope: ReaderScope, address: string): string => `${scope} ${address}`

/** Canaries that the addresses show to whoever sees their class: the checklist's, its history's, records', and names that runs differ by. */
const SHOWN =
  /^present (?:ka|en) [a-z]|^ledger .* ka$|of dev record$|^name (?:of a field|in a payload) of stage record$/

/** What each reader is given while nobody else asks, which holds the right canaries: all of theirs, and no others. */
async function readAlone(): Promise<Map<string, string>> {
  const alone = new Map<string, string>()
  for (const scope of READERS) {
    const found = new Set<Canary>()
    for (const address of ADDRESSES) {
      // A machine that has just started much else may be too slow once; alone, that is nothing to judge.
      const answer = await vi.waitUntil(
        async () => {
          const asked = await askAs(portal, scope, address)
          return asked.status === 200 && asked
        },
        { timeout: MINUTES, interval: 500 },
      )
      const canaries = [...portal.canaries.in(allOf(answer))]
      expect(canaries.filter(one => !sees(scope, one.class))).toEqual([])
      for (const canary of canaries) found.add(canary)
      alone.set(nameOf(scope, address), answer.body)
    }
    const due = portal.canaries.all.filter(one => sees(scope, one.class) && SHOWN.test(one.place))
    expect([scope, due.filter(one => !found.has(one))]).toEqual([scope, []])
    expect(new Set(due.map(one => one.class)).size).toBe({ guest: 1, owner: 2, reviewer: 3, admin: 3 }[scope])
  }
  return alone
}

test('64 readers of four scopes, on pools of two connections, are each given their own in 20,000 answers', {
  timeout: 20 * MINUTES,
}, async () => {
  const alone = await readAlone()
  const complaints: string[] = []
  let answered = 0
  const read = async (scope: ReaderScope) => {
    for (let turn = 0; turn < ANSWERS[scope]; turn += 1) {
      answered += 1
      const addresses = answered % PAGE_EVERY === 0 ? PAGES : LIGHT
      const address = addresses[Math.floor(answered / 7) % addresses.length] ?? '/'
      const answer = await askAs(portal, scope, address)
      const isAsAlone = answer.status === 200 && answer.body === alone.get(nameOf(scope, address))
      // What is the same as alone was looked through then; the headers may be others.
      const told = isAsAlone ? JSON.stringify(answer.headers) : allOf(answer)
      const foreign = [...portal.canaries.in(told)].filter(one => !sees(scope, one.class))
      if (!isAsAlone || foreign.length > 0)
        complaints.push(`${nameOf(scope, address)}: ${answer.status} ${foreign.map(({ place }) => place)}`)
    }
  }
  const readers = Array.from({ length: READERS_AT_ONCE }, () => READERS).flat()
  await Promise.all(readers.map(read))
  expect(complaints.slice(0, 20)).toEqual([])
  expect([readers.length, answered]).toEqual([64, 20_032])
})
