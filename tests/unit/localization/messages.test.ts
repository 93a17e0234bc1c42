import fs from 'node:fs'
import path from 'node:path'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '#features/localization/locale-model.ts'
import { messagesIn } from '#features/localization/messages.ts'
import { type Argument, argumentsOf } from './icu.ts'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  )

const load = async (locale: (typeof LOCALES)[number]) => flatten((await messagesIn(locale)) as Tree)

const choices = (message: string) => argumentsOf(message).filter(({ branches }) => branches.length > 0)

/** The arguments as a language cannot change them: whether one is a number, and what it is chosen by if not by number. */
const interfaceOf = (message: string): string[] => {
  const kindOf = ({ type, branches }: Argument) =>
    type === 'select' ? `select ${branches.toSorted().join(' ')}` : 'value'
  return [...new Set(argumentsOf(message).map(each => `${each.name}: ${kindOf(each)}`))].sort()
}

test('there is a file of words for each language, and no other', () => {
  const files = fs.readdirSync(path.resolve(import.meta.dirname, '../../../messages'))
  expect(files.filter(name => name.endsWith('.json')).sort()).toEqual(
    LOCALES.map(locale => `${locale}.json`).sort(),
  )
})

describe.each(LOCALES)('the interface in %s', locale => {
  test('has every message of the authoritative language, and no other', async () => {
    const [own, authoritative] = await Promise.all([load(locale), load('ka')])
    expect(own.map(([key]) => key).sort()).toEqual(authoritative.map(([key]) => key).sort())
  })

  test('takes the arguments that the authoritative language takes', async () => {
    const authoritative = new Map(await load('ka'))
    for (const [key, message] of await load(locale))
      expect([key, interfaceOf(message)]).toEqual([key, interfaceOf(authoritative.get(key) ?? '')])
  })

  test('has a form for every number that the language tells apart', async () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    for (const [key, message] of await load(locale))
      for (const { type, branches } of choices(message))
        if (type === 'plural')
          expect([key, branches.filter(branch => !branch.startsWith('=')).sort()]).toEqual([
            key,
            pluralCategories.toSorted(),
          ])
  })

  test('can be formatted', async () => {
    const failures: string[] = []
    const authoritative = new Map(await load('ka'))
    const t = createTranslator({
      locale,
      messages: await messagesIn(locale),
      onError: fault => failures.push(String(fault)),
    })
    for (const [key] of await load(locale)) {
      const given = argumentsOf(authoritative.get(key) ?? '').map(({ name }) => [name, 3])
      expect(t(key as never, Object.fromEntries(given) as never)).not.toBe('')
    }
    expect(failures).toEqual([])
  })

  test('writes numbers in the digits that codes and dates have', async () => {
    const t = createTranslator({ locale, messages: await messagesIn(locale) })
    expect(t('document.days', { count: 31 })).toContain('31')
  })

  test('has no character that its font would not draw', async () => {
    for (const [, message] of await load(locale))
      expect(message).not.toMatch(/[\u1C90-\u1CBF]|\p{Extended_Pictographic}/u)
  })
})

describe('the arguments of a message', () => {
  test('are found within the branches of others, with their own', () => {
    expect(argumentsOf("{n, plural, =0 {} one {# {what}} other {#}} of {total, number}, isn''t it")).toEqual([
      { name: 'what', type: null, branches: [] },
      { name: 'n', type: 'plural', branches: ['=0', 'one', 'other'] },
      { name: 'total', type: 'number', branches: [] },
    ])
  })

  test('are none where braces stand in quotes', () => {
    expect(argumentsOf("'{not}' an argument")).toEqual([])
  })

  test.each(['{a', 'a}', '{a, plural, one {b}'])('cannot be told where braces do not match: %s', message => {
    expect(() => argumentsOf(message)).toThrow()
  })
})

test('reports that nothing had changed are counted by themselves, and the workstreams that they are of', async () => {
  const t = createTranslator({ locale: 'en', messages: await messagesIn('en') })
  const said = (count: number, workstreams: number, numbers: string) =>
    t('changes.confirmations', { count, workstreams, numbers })
  expect(said(2, 1, '6')).toBe('2 reports confirm that nothing had changed; workstream 6.')
  expect(said(3, 2, '6, 7')).toBe('3 reports confirm that nothing had changed; workstreams: 6, 7.')
})
