import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { directionOf } from '#features/localization/direction-rules.ts'
import { LOCALES } from '#features/localization/locale-model.ts'
import { messagesIn } from '#features/localization/messages.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** Classes that say left or right, where the words of an Arabic page begin on the other side. */
const SIDED_CLASS =
  /(?<![\w-])-?(?:(?:scroll-)?[mp][lr]-[\w[]|(?:left|right)-[\w[]|(?:text|float|clear|origin|object|bg)-(?:left|right)\b|border-[lr]\b|rounded-(?:[lr]|[tb][lr])\b)/
/** Declarations that do, and shorthands of four values of which the second differs from the fourth. */
const SIDED_STYLE =
  /(?:^|[\s;{])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b|(?:padding|margin|inset|border-(?:width|style|color))\s*:\s*\S+ (\S+) \S+ (?!\1\s*[;}])[^;\s]+\s*[;}]/m
/** Letters of other cases: Georgian has none to be turned into, and a button says what it says. */
const CASED =
  /text-transform|font-variant-caps|small-caps|(?<![\w-])(?:uppercase|capitalize|lowercase)(?![\w-])/

const sources = ['app', 'components'].flatMap(folder =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:css|tsx?)$/.test(name))
    .map(name => ({
      name: `${folder}/${name}`,
      text: fs.readFileSync(path.join(ROOT, folder, name), 'utf8'),
    })),
)
/** Class names and whatever else stands in quotes; comments speak of left and right as they like. */
const classesIn = (text: string) =>
  [...text.matchAll(/(["'`])((?:(?!\1)[^\\\n])*)\1/g)].map(([, , quoted = '']) => quoted)
const stylesIn = (text: string) => text.replace(/\/\*.*?\*\//gs, '')

describe.for(sources)('$name', ({ name, text }) => {
  test('has no left and no right, and no letters of another case', () => {
    if (name.endsWith('.css')) {
      expect(stylesIn(text)).not.toMatch(SIDED_STYLE)
      expect(stylesIn(text)).not.toMatch(CASED)
    } else
      for (const quoted of classesIn(text)) {
        expect(quoted).not.toMatch(SIDED_CLASS)
        expect(quoted).not.toMatch(CASED)
      }
  })
})

test.each([
  'ml-2',
  'sm:-mr-1',
  'pl-[3px]',
  'left-0',
  'text-right',
  'border-l',
  'rounded-tl-md',
  'scroll-ml-4',
])('the class %s is known to have a side', name => expect(`flex ${name} gap-2`).toMatch(SIDED_CLASS))
test.each(['ms-2', 'pe-1', 'start-0', 'text-start', 'border-s', 'leading-4', 'max-lg:p-2', 'inset-0'])(
  'the class %s is known to have none',
  name => expect(`flex ${name} gap-2`).not.toMatch(SIDED_CLASS),
)
test.each([
  'margin-left: 0;',
  'a{left:0}',
  'padding: 1px 2px 3px 4px;',
  'text-align: right;',
  'border-right-width: 0;',
])('the style %s is known to have a side', style => expect(style).toMatch(SIDED_STYLE))
test.each(['margin-inline: 0;', 'padding: 1px 2px 3px 2px;', 'text-align: end;', 'padding: 1px 2px;'])(
  'the style %s is known to have none',
  style => expect(style).not.toMatch(SIDED_STYLE),
)

test('Arabic is written from the right, the others from the left', () => {
  expect(LOCALES.filter(locale => directionOf(locale) === 'rtl')).toEqual(['ar'])
})

/** Dates are whole in the language itself. */
const WHOLE = /^\u2068?\{(?:year|month|day)\}\u2069?$/

describe.for(LOCALES.filter(locale => directionOf(locale) === 'rtl'))('in %s', locale => {
  const textsOf = (tree: object): string[] =>
    Object.values(tree).flatMap(value => (typeof value === 'string' ? [value] : textsOf(value)))

  test('what is put into a message, and may be Latin, stands isolated: else it would reorder what follows', async () => {
    for (const text of textsOf(await messagesIn(locale)))
      for (const [argument] of text.matchAll(/.?\{[a-z][A-Za-z]*\}.?/g))
        if (!WHOLE.test(argument.trim()))
          expect([text, argument]).toEqual([text, expect.stringMatching(/^\u2068.*\u2069$/)])
  })

  test('a message with no letter of its own says by a mark that it runs from the right: within another nothing else does', async () => {
    for (const text of textsOf(await messagesIn(locale))) {
      const own = text.replaceAll(/\u2068[^\u2069]*\u2069|\{\w+, number\}/g, '')
      if (text.includes('\u2068') && !/\p{L}/u.test(own)) expect(text).toMatch(/^\u200f/)
    }
  })

  test('options of commands stand isolated', async () => {
    for (const text of textsOf(await messagesIn(locale))) expect(text).not.toMatch(/(?<![\u2066\w-])--[a-z]/)
  })
})
