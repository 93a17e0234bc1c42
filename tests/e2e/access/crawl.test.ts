import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { EVERY_LIST, everyAddress, formsOf, OUTLETS, searchesFor } from '#tests/access/addresses.ts'
import { allOf, askAs } from '#tests/access/ask-as.ts'
import { type Canary, strangeWord } from '#tests/access/canaries.ts'
import { MIXED } from '#tests/access/content.ts'
import { crawl } from '#tests/access/crawl.ts'
import { CLASSES, READERS, type ReaderScope, ROLE_OF, sees } from '#tests/access/model.ts'
import { type PlantedPortal, startPlantedPortal } from '#tests/access/planted-portal.ts'
import { cookieOf } from '#tests/setup/session.ts'

const MINUTES = 60_000

let portal: PlantedPortal
beforeAll(async () => {
  portal = await startPlantedPortal(inject('adminUrl'))
}, 3 * MINUTES)
afterAll(() => portal?.close())

const foreign = (scope: ReaderScope, text: string): Canary[] =>
  [...portal.canaries.in(text)].filter(one => !sees(scope, one.class))

describe.each(READERS)('%s', scope => {
  const isGuest = scope === 'guest'

  test('who follows every link, and tries every address, finds the canaries of its classes and no others', {
    timeout: 5 * MINUTES,
  }, async () => {
    const leaks: [string, string[]][] = []
    const wrong: [string, number][] = []
    const careless: [string, unknown][] = []
    const found = new Set<Canary>()
    const start = everyAddress(portal.documents, portal.runs)
    const visited = await crawl(portal, scope, start, (address, answer) => {
      const said = allOf(answer)
      for (const canary of portal.canaries.in(answer.status === 200 ? said : '')) found.add(canary)
      // An address may come back as it was asked for: it is the reader's own word.
      const known = new Set(portal.canaries.in(decodeURIComponent(address)))
      const told = foreign(scope, said).filter(one => !known.has(one))
      if (told.length > 0) leaks.push([address, told.map(({ place }) => place)])
      if (answer.status >= 500 || answer.status === 429) wrong.push([address, answer.status])
      const { etag, 'cache-control': kept } = answer.headers
      const isPrivate = kept === 'private, no-store' && etag === undefined
      const isOwn = answer.status === 200 && !isGuest && !address.startsWith('/favicon')
      if (isOwn && !isPrivate && !isSame(address)) careless.push([address, kept])
      if (isGuest && kept?.includes('private')) careless.push([address, kept])
    })
    expect({ leaks, wrong, careless }).toEqual({ leaks: [], wrong: [], careless: [] })
    const missed = portal.canaries.all.filter(one => sees(scope, one.class) && !found.has(one))
    expect(missed).toEqual([])
    expect(visited.size).toBeGreaterThan(150)
  })

  test('meets a document that is withheld as one that is absent, in every form', async () => {
    for (const { path, id } of portal.documents.filter(one => !sees(scope, one.class))) {
      const word = path.split('/')[1] ?? ''
      const [other, otherId] = [strangeWord(), strangeWord().toUpperCase()]
      for (const address of formsOf({ path, id })) {
        const absent = address.replaceAll(word, other).replaceAll(id, otherId)
        expect(await toldOf(scope, address, [word, id])).toEqual(
          await toldOf(scope, absent, [other, otherId]),
        )
      }
    }
  })

  test('is told of how much in the category no change is told', async () => {
    const told = CLASSES.filter(one => !sees(scope, one)).toSorted()
    const { body } = await askAs(
      portal,
      scope,
      `/api/v1/checklists/${MIXED.id}/changes?from=2026-03-04&to=2026-03-12`,
    )
    const { withheld } = JSON.parse(body)
    const documents = withheld.filter(({ kind }: { kind: string }) => kind === 'document')
    expect(documents).toEqual(
      told.map(one => ({
        place: '80_chain',
        kind: 'document',
        class: one,
        count: portal.documents.filter(document => document.class === one).length,
        visibleTo: READERS.filter(reader => sees(reader, one)),
      })),
    )
  })

  test('who looks for a word that is withheld is told what is told of a word that there is not', async () => {
    const withheld = portal.canaries.all.filter(one => !sees(scope, one.class))
    for (const { word } of withheld) {
      const other = strangeWord()
      const address = `/api/v1/search?q=${word}&locale=en`
      const absent = address.replace(word, other)
      expect(await toldOf(scope, address, [word])).toEqual(await toldOf(scope, absent, [other]))
    }
    for (const { word } of withheld.slice(0, 3)) {
      // A slip of a letter, where search offers the words that there are.
      const other = strangeWord()
      const slip = `${word.slice(0, 7)}${word.slice(8)}`
      for (const [at, address] of searchesFor(slip).entries()) {
        const absent = searchesFor(other.slice(1))[at] ?? ''
        expect(await toldOf(scope, address, [slip])).toEqual(await toldOf(scope, absent, [other.slice(1)]))
      }
    }
  })

  test('who looks for a word of its own finds where it stands', async () => {
    const content = portal.canaries.all.filter(
      ({ place, class: of }) =>
        sees(scope, of) && /^present (?:ka|en) (?:title|words|subheading)/.test(place),
    )
    expect(content.length).toBeGreaterThan(3)
    for (const { word, place } of content) {
      const { body } = await askAs(portal, scope, `/api/v1/search?q=${word}&locale=en`)
      expect([place, JSON.parse(body).items.length]).not.toEqual([place, 0])
    }
  })
})

/** What is the same for everybody, whoever asks: it may be kept. */
const isSame = (address: string): boolean =>
  /^\/(?:feeds|calendar|badge)\/|^\/(?:sitemap\.xml|robots\.txt|llms\.txt|favicon\.svg|api\/v1\/openapi\.json)$/.test(
    address,
  )

/** What an answer tells once the words of its address are taken out. */
async function toldOf(scope: ReaderScope, address: string, words: readonly string[]) {
  const answer = await askAs(portal, scope, address)
  const { date: _, etag: _etag, ...headers } = answer.headers
  const said = JSON.stringify({ status: answer.status, headers, body: answer.body })
  return words.reduce((text, word) => text.replaceAll(word, '·').replaceAll(word.toLowerCase(), '·'), said)
}

test('what programs read that nobody stands behind is a guest’s, whoever asks', async () => {
  for (const address of OUTLETS) {
    const { body, headers } = await askAs(portal, 'guest', address)
    for (const scope of READERS) {
      const own = await askAs(portal, scope, address)
      expect([address, scope, own.body, own.headers.etag]).toEqual([address, scope, body, headers.etag])
    }
  }
})

test('a guest’s validator is nobody else’s: who has signed in is given their own page', async () => {
  for (const address of EVERY_LIST.slice(0, 12)) {
    const { headers } = await askAs(portal, 'guest', address)
    if (headers.etag === undefined) continue
    const { status } = await askAs(portal, 'owner', address, { 'if-none-match': headers.etag })
    expect([address, status]).toEqual([address, 200])
  }
})

test.for(['guest', 'owner', 'reviewer'] as const)(
  'an administrator who looks through the eyes of %s is shown no more than that, nor less',
  { timeout: 3 * MINUTES },
  async scope => {
    const cookie = await cookieOf(portal.origin, ROLE_OF.admin, scope)
    const found = new Set<Canary>()
    for (const address of everyAddress(portal.documents, portal.runs)) {
      const answer = await askAs(portal, 'guest', address, { cookie })
      const known = new Set(portal.canaries.in(decodeURIComponent(address)))
      const said = [...portal.canaries.in(allOf(answer))].filter(one => !known.has(one))
      expect([address, said.filter(one => !sees(scope, one.class))]).toEqual([address, []])
      for (const canary of said) found.add(canary)
    }
    const missed = portal.canaries.all.filter(
      one => sees(scope, one.class) && /^present en (?:title|words)/.test(one.place) && !found.has(one),
    )
    expect(missed).toEqual([])
  },
)
