import type { CDPSession, Page } from 'playwright'
import { describe, expect } from 'vitest'
import type { Locale } from '#features/localization/locale-model.ts'
import { SYSTEM_SIGNS, signsInUse } from '#tests/setup/faces.ts'
import { CHECKLIST, EVERY_LOCALE, LOCALES } from './places.ts'
import { test } from './reader.ts'

/** A sign that no font draws: what a reader would see for it is what is to be seen nowhere else. */
const NOTHING = '\u{10FFFD}'

/** A page of the portal whose content is these signs, each in a paragraph of its own. */
async function lay(page: Page, signs: readonly string[]): Promise<void> {
  await page.goto('/ka')
  await page.evaluate(async all => {
    document.body.replaceChildren(
      ...all.map(sign =>
        Object.assign(document.createElement('p'), { className: 'sign', textContent: sign }),
      ),
    )
    await Promise.all(all.map(sign => document.fonts.load('16px "Mza Sans"', sign)))
  }, signs)
}

/** Whether each paragraph is drawn by a face of ours alone, as the browser tells it. */
async function areOurs(session: CDPSession): Promise<boolean[]> {
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: '.sign' })
  const drawn: boolean[] = []
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    drawn.push(fonts.length > 0 && fonts.every(font => font.isCustomFont))
  }
  return drawn
}

const SCRIPTED = { bypassCSP: true, javaScriptEnabled: true } as const

test('every sign that content and interface use is drawn by a face of ours, Mtavruli included', async ({
  newPage,
}) => {
  const page = await newPage(SCRIPTED)
  const signs = signsInUse().filter(sign => !SYSTEM_SIGNS.has(sign))
  await lay(page, [...signs, NOTHING])
  const ours = await areOurs(await page.context().newCDPSession(page))

  expect(signs).toEqual(expect.arrayContaining(['ა', 'Ა', 'a', 'ş', 'я', 'ա', 'ع']))
  expect(signs.filter((_, at) => !ours[at])).toEqual([])
  expect(ours.at(-1)).toBe(false)
})

test('a sign that is left to the system is drawn there, and not as a box', async ({ newPage }) => {
  const page = await newPage(SCRIPTED)
  const signs = ['→', '←', '№']
  await lay(page, [NOTHING, ...signs])
  const pictures = await Promise.all(
    [NOTHING, ...signs].map((_, at) => page.locator('.sign').nth(at).screenshot()),
  )
  const [box] = pictures.map(picture => picture.toString('base64'))
  expect(pictures.slice(1).filter(picture => picture.toString('base64') === box)).toEqual([])
})

test.for(LOCALES)(
  'a status sign of the document is drawn, never written, in %s',
  async (locale, { open }) => {
    const page = await open(`/${locale}${CHECKLIST}`)
    expect(await page.locator('main').textContent()).not.toMatch(/\p{Extended_Pictographic}/u)
  },
)

/** The faces of a language, beside the Latin one, which codes and English texts are in. */
const FACES: Record<Locale, readonly string[]> = {
  ka: ['georgian-georgian'],
  en: [],
  ru: ['cyrillic'],
  tr: ['georgian-latin-ext'],
  hy: ['armenian-armenian'],
  ar: ['arabic-arabic'],
}

/** Names of the faces that a page fetches. */
async function fetchedBy(page: Page, address: string): Promise<string[]> {
  const fetched: string[] = []
  page.on('request', request => {
    const [, face] = /noto-sans-([\w-]+)-wght/.exec(request.url()) ?? []
    if (request.resourceType() === 'font' && face) fetched.push(face)
  })
  await page.goto(address)
  // A picture is taken when every face has come.
  await page.screenshot()
  return fetched.sort()
}

describe.concurrent.for(['', '/docs', `${CHECKLIST}/10`, '/friday', '/evidence'])('the page “%s”', path => {
  test.for(EVERY_LOCALE)(
    'fetches in %s no face of a script that it does not show',
    async (locale, { newPage }) => {
      const address = `/${locale}${path}`
      // A context of its own: what another page has fetched would come out of the browser's memory.
      const fetched = await fetchedBy(await newPage({ locale, userAgent: address }), address)
      expect(fetched).toEqual([...FACES[locale], 'georgian-latin'].sort())
    },
  )
})

test.for(EVERY_LOCALE)('no letter changes its case, in %s', async (locale, { open }) => {
  const page = await open(`/${locale}${CHECKLIST}`)
  const changed = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter(element => {
        const { textTransform, fontVariantCaps } = getComputedStyle(element)
        return textTransform !== 'none' || fontVariantCaps !== 'normal'
      }).length,
  )
  expect(changed).toBe(0)
})
