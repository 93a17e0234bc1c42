import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { capitalized, clauses, factWith, listed, sentence } from '#features/localization/join-rules.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import { wordingIn } from '#features/localization/wording.ts'

/** Without the signs that isolate a piece in a line from right to left, and those that make one run so. */
const seen = (text: string) => text.replace(/[\u200f\u2068\u2069]/g, '')

describe('pieces of a sentence are joined as the language joins them', () => {
  test.each([
    ['ka', 'dev, preprod და prod', 'a: b', 'a; b; c'],
    ['en', 'dev, preprod, and prod', 'a: b', 'a; b; c'],
    ['ru', 'dev, preprod и prod', 'a: b', 'a; b; c'],
    ['tr', 'dev, preprod ve prod', 'a: b', 'a; b; c'],
    ['hy', 'dev, preprod և prod', 'a՝ b', 'a. b. c'],
    ['ar', 'dev وpreprod وprod', 'a: b', 'a؛ b؛ c'],
  ] as const)('in %s', async (locale, list, fact, several) => {
    const wording = await wordingIn(locale)
    expect(seen(listed(['dev', 'preprod', 'prod'], wording))).toBe(list)
    expect(seen(factWith('a', 'b', wording))).toBe(fact)
    expect(seen(clauses(['a', 'b', 'c'], wording))).toBe(several)
  })

  test('and one piece, or none, stays as it is', async () => {
    for (const locale of LOCALES) {
      const wording = await wordingIn(locale)
      expect(clauses(['a'], wording)).toBe('a')
      expect(clauses([], wording)).toBe('')
      expect(listed([], wording)).toBe('')
    }
  })

  test('and in Arabic each Latin item stands isolated', async () => {
    const wording = await wordingIn('ar')
    expect(listed([1, 'dev'], wording)).toBe('\u20681\u2069 و\u2068dev\u2069')
  })
})

/** Where words of the interface are put together: pages, twins, feeds, badges. Of these some write front matter or diagnostics. */
const WORDED = ['components', 'features/badge', 'features/feed', 'features/localization', 'features/twin']

/** Marks of one script between pieces of any: `.join(', ')`, `}; ${`, `}: ${`, a colon or a comma between elements. */
const LATIN_JOIN = /\.join\('[,;:.] '\)|\}[,;:] \$\{|\}:(?:\{' '\})?<\/|<\/\w+>[,;:] <|'[,;] '\}/

test('no code puts the marks of one script between words of all', () => {
  const root = path.resolve(import.meta.dirname, '../../..')
  const found = WORDED.flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => /\.tsx?$/.test(name) && !/^(?:base|section-count)-/.test(name))
      .flatMap(name =>
        fs
          .readFileSync(path.join(root, folder, name), 'utf8')
          .split('\n')
          .filter(line => LATIN_JOIN.test(line))
          .map(line => `${folder}/${name}: ${line.trim()}`),
      ),
  )
  expect(found).toEqual([])
})

test.each([
  "numbers.join(', ')",
  '}; ${',
  '<dt>{name}:</dt>',
  '<Verbatim>{a}</Verbatim>, <Verbatim>{b}</Verbatim>',
  "{index > 0 && ', '}",
])('%s is known as such a join', code => expect(code).toMatch(LATIN_JOIN))

describe('a sentence', () => {
  test.each([
    ['en', 'translation', 'Translation.'],
    ['ru', 'перевод', 'Перевод.'],
    ['tr', 'ilk', 'İlk.'],
    ['hy', 'թարգմանություն', 'Թարգմանություն։'],
    ['ka', 'თარგმანი', 'თარგმანი.'],
  ] as const)('in %s begins and ends as one', async (locale, words, said) =>
    expect(sentence(words, await wordingIn(locale))).toBe(said),
  )

  test('that begins with a code keeps it', () => {
    for (const locale of LOCALES) expect(capitalized('`dev`', locale)).toBe('`dev`')
  })
})

test.each(LOCALES)(
  'a moment in %s is its day, as the language writes days, and the hour in Tbilisi',
  async locale => {
    const { day, moment } = await wordingIn(locale)
    const instant = new Date('2026-11-23T21:05:00Z')
    expect(dayInTbilisi(instant)).toBe('2026-11-24')
    expect(moment(instant)).toContain(day(dayInTbilisi(instant)))
    expect(moment(instant)).toContain('01:05')
  },
)
