import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sectionSchema } from '#features/api/document-resource-model.ts'
import { sectionResources } from '#features/api/section-resource-rules.ts'
import type { DocumentView } from '#features/document/document-view-model.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { driftsOf, type KeptTexts, planOf, sectionsShown } from '#features/document/shown-section-rules.ts'
import { factsOf } from '#features/document/text-facts-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import { AUTHORITIES } from '#features/localization/authority-model.ts'
import {
  authoritativeLocale,
  authorityOf,
  shownLocale,
  sourceLocaleOf,
} from '#features/localization/authority-rules.ts'
import type { SectionState } from '#features/localization/drift-model.ts'
import { statesByKey } from '#features/localization/drift-rules.ts'
import { LOCALES, TEXT_LOCALES, type TextLocale } from '#features/localization/locale-model.ts'
import { mixtureOf } from '#features/localization/mixture-rules.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { textMarkdown } from '#features/twin/parts-markdown-rules.ts'
import { documentView, PORTAL, STANDING, asked as wishIn } from '#tests/unit/api/stories.ts'

/** What a text has of a section: nothing, words of its own, words made from the n-th state of the prevailing one. */
type Made = 'missing' | 'unsaid' | 0 | 1 | 2

const KEYS = ['w-1', 'w-2', 'w-3'] as const
const STATES = 3

const made = fc.constantFrom<Made>('missing', 'unsaid', 0, 1, 2)
const texts = fc.dictionary(fc.constantFrom(...TEXT_LOCALES), fc.tuple(made, made, made), { minKeys: 1 })
const asked = fc.constantFrom(...TEXT_LOCALES)

/** What the prevailing text said of a section in one of its states, the last of which stands. */
const hashAt = (key: string, state: number): string => `${key.charCodeAt(2)}${state}`.padEnd(12, '0')

const SINCE = [1, 2, 3].map(day => new Date(Date.UTC(2026, 2, day)))

const STATES_THEN: SectionState[] = KEYS.flatMap(key =>
  SINCE.map((since, state) => ({ key, state: hashAt(key, state), since })),
)

const markdownOf = (lang: TextLocale, own: readonly Made[]): string =>
  [
    `# Title in ${lang}`,
    ...KEYS.flatMap((_, index) =>
      own[index] === 'missing'
        ? []
        : [`## ${index + 1}. Heading in ${lang}`, `Words ${index + 1} in ${lang}.`],
    ),
  ].join('\n\n')

/** Texts as the portal keeps them, read by the rules that ingest has, with the bases that they would state. */
function keep(given: Partial<Record<TextLocale, readonly Made[]>>) {
  const locales = TEXT_LOCALES.filter(locale => given[locale])
  const source = sourceLocaleOf(locales)
  const prevailing = authoritativeLocale(locales, source)
  const markdown = new Map(locales.map(locale => [locale, markdownOf(locale, given[locale] ?? [])]))
  const byLocale = new Map(
    [...markdown].map(([locale, words]) => {
      const { sections } = factsOf('en.md', words, readText('en.md', words).text)
      const kept = sections.map(({ key, anchor, hash }) => {
        const index = KEYS.indexOf(key as (typeof KEYS)[number])
        const of = given[locale]?.[index]
        const isState = typeof of === 'number'
        const own = index < 0 ? hash : hashAt(key, STATES - 1)
        return [key, { key, anchor, state: own, baseState: isState ? hashAt(key, of) : null }] as const
      })
      return [locale, new Map(kept)] as const
    }),
  )
  return {
    locales,
    source,
    prevailing,
    markdown,
    texts: { byLocale, prevailing, source } satisfies KeptTexts,
  }
}

/** A document as a reader who asks for a language is shown it. */
function show(given: Partial<Record<TextLocale, readonly Made[]>>, wanted: TextLocale) {
  const { locales, source, prevailing, markdown, texts: kept } = keep(given)
  const plan = planOf(wanted, kept)
  const drifts = driftsOf(plan, kept, statesByKey(STATES_THEN))
  const standings = new Map(
    plan.map(({ key, lang }): [string, SectionStanding] => {
      const drift = drifts.get(key) ?? null
      return [
        key,
        {
          lang,
          authority: authorityOf(lang, locales, source),
          drift:
            drift?.kind === 'behind'
              ? { ...drift, baseAt: drift.base.since, currentAt: drift.current.since, difference: [] }
              : drift,
        },
      ]
    }),
  )
  const main = shownLocale(wanted, locales, source) ?? prevailing
  const written = new Map(
    [...markdown].map(([locale, words]) => {
      const { text } = readText('en.md', words)
      const seen = { withheld: null, withheldNotes: null }
      const all = text ? sectionsOf(text.body).map(section => ({ ...section, ...seen })) : []
      return [locale, { markdown: words, sections: all }]
    }),
  )
  const sections = sectionsShown(plan, standings, written, kept, main)
  const top = standings.get('top')
  if (!top) throw new Error('no title')
  const standing = { ...STANDING, lang: main, authority: top.authority, authoritativeLocale: prevailing }
  const view: DocumentView = {
    ...documentView('', { locales, sourceLocale: source, standing }),
    title: { text: `Title in ${main}`, lang: main, authority: top.authority },
    markdown: markdown.get(main) ?? '',
    sections,
    top,
  }
  return { view, main, prevailing, locales }
}

describe('every section of a document, whatever its texts have', () => {
  test('is shown once, in the nearest language that has it, and says what it counts for', () => {
    fc.assert(
      fc.property(texts, asked, (given, wanted) => {
        const { view, main, prevailing, locales } = show(given, wanted)
        const having = (key: string) =>
          locales.filter(locale => given[locale]?.[KEYS.indexOf(key as (typeof KEYS)[number])] !== 'missing')
        const sources = [main, prevailing, 'en', sourceLocaleOf(locales)] as const
        const expected = KEYS.filter(key => sources.some(locale => having(key).includes(locale)))
        expect(view.sections.map(({ key }) => key)).toEqual(expected)
        for (const { key, lang, authority, drift, markdown, heading } of view.sections) {
          const nearest = [wanted, 'en', sourceLocaleOf(locales), 'ka'].find(locale =>
            having(key).includes(locale as TextLocale),
          )
          expect(lang).toBe(nearest ?? having(key)[0])
          expect([heading, markdown]).toEqual([`Heading in ${lang}`, `Words ${key.slice(2)} in ${lang}.`])
          expect(AUTHORITIES).toContain(authority)
          expect(authority === 'authoritative').toBe(lang === prevailing)
          expect(drift === null).toBe(lang === prevailing)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is as far behind as the prevailing section changed since it was made, and else says why not', () => {
    fc.assert(
      fc.property(texts, asked, (given, wanted) => {
        const { view, prevailing } = show(given, wanted)
        for (const { key, lang, drift } of view.sections) {
          const index = KEYS.indexOf(key as (typeof KEYS)[number])
          const own = given[lang]?.[index]
          if (lang === prevailing) expect(drift).toBeNull()
          else if (given[prevailing]?.[index] === 'missing') expect(drift?.kind).toBe('unpaired')
          else if (own === 'unsaid') expect(drift?.kind).toBe('unsaid')
          else if (own === STATES - 1) expect(drift?.kind).toBe('current')
          else
            expect(drift).toMatchObject({
              kind: 'behind',
              behind: STATES - 1 - Number(own),
              baseAt: SINCE[Number(own)],
              currentAt: SINCE[STATES - 1],
            })
        }
      }),
      { numRuns: 300 },
    )
  })

  test('has an anchor of its own, and leads to where the prevailing text has it', () => {
    fc.assert(
      fc.property(texts, asked, (given, wanted) => {
        const { view, prevailing } = show(given, wanted)
        const anchors = view.sections.map(({ anchor }) => anchor)
        expect(new Set(anchors).size).toBe(anchors.length)
        for (const { key, prevailingAnchor } of view.sections) {
          const isThere = given[prevailing]?.[KEYS.indexOf(key as (typeof KEYS)[number])] !== 'missing'
          expect(prevailingAnchor).toBe(isThere ? key : null)
        }
      }),
    )
  })

  test('is told apart at the top of the page exactly where it differs from most of it', () => {
    fc.assert(
      fc.property(texts, asked, (given, wanted) => {
        const { view, main } = show(given, wanted)
        const parts = [view.top, ...view.sections]
        const mixture = mixtureOf(parts, view.standing)
        expect(mixture.foreign.reduce((sum, { count }) => sum + count, 0)).toBe(
          parts.filter(({ lang }) => lang !== main).length,
        )
        const differs = parts.some(
          ({ lang, drift }) =>
            lang !== main ||
            !['current', ...(mixture.main.isUnsaid ? ['unsaid'] : [])].includes(drift?.kind ?? 'current'),
        )
        expect(mixture.isMixed).toBe(differs)
      }),
      { numRuns: 300 },
    )
  })
})

describe('no exported text is without what it counts for', () => {
  test('in the API', () => {
    fc.assert(
      fc.property(texts, asked, (given, wanted) => {
        const { view } = show(given, wanted)
        const resources = z.array(sectionSchema).parse(sectionResources(view.sections))
        for (const { authority, drift, behind } of resources) {
          expect(drift === null).toBe(authority === 'authoritative')
          expect(behind === null).toBe(drift === 'unsaid' || drift === 'unpaired')
        }
      }),
    )
  })

  test.each(LOCALES)('in the Markdown twin of a page in %s', async locale => {
    const wording = await wordingIn(locale)
    const context = {
      wish: { ...wishIn(locale), origin: 'http://127.0.0.1', query: new URLSearchParams() },
      wording,
      portal: PORTAL,
      path: '/docs/80_chain/example',
      query: '',
    }
    fc.assert(
      fc.property(texts, given => {
        const { view, main } = show(given, locale)
        const { isMixed, main: most } = mixtureOf([view.top, ...view.sections], view.standing)
        const twin = textMarkdown(view, context)
        const parts = twin.split(/^## /m).slice(1)
        if (!isMixed) {
          expect(twin).toBe(view.markdown)
          return
        }
        expect(parts).toHaveLength(view.sections.length)
        for (const [index, { lang, drift, markdown }] of view.sections.entries()) {
          const part = parts[index] ?? ''
          expect(part).toContain(markdown)
          const isTold =
            lang !== main ||
            !['current', ...(most.isUnsaid ? ['unsaid'] : [])].includes(drift?.kind ?? 'current')
          expect(part.includes('\n> ')).toBe(isTold)
          if (lang !== main) expect(part).toContain(wording.language(lang))
        }
      }),
    )
  })
})
