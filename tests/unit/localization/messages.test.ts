import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '#features/localization/locale-model.ts'
import { MESSAGES } from '#features/localization/messages.ts'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  )

const load = async (locale: (typeof LOCALES)[number]) => flatten((await MESSAGES[locale]()) as Tree)
// Branches of a plural or a choice are in Georgian letters there, so they are not taken for arguments.
const argumentsOf = (georgian: string) =>
  [...georgian.matchAll(/\{(\w+)(?=[,}])/g)].map(found => found[1] ?? '')

describe.each(LOCALES)('the interface in %s', locale => {
  test('has every message of the authoritative language, and no other', async () => {
    const [own, authoritative] = await Promise.all([load(locale), load('ka')])
    expect(own.map(([key]) => key).sort()).toEqual(authoritative.map(([key]) => key).sort())
  })

  test('can be formatted with the arguments that the authoritative language takes', async () => {
    const failures: string[] = []
    const authoritative = new Map(await load('ka'))
    const t = createTranslator({
      locale,
      messages: await MESSAGES[locale](),
      onError: fault => failures.push(String(fault)),
    })
    for (const [key] of await load(locale)) {
      const given = Object.fromEntries(argumentsOf(authoritative.get(key) ?? '').map(name => [name, 3]))
      expect(t(key as never, given as never)).not.toBe('')
    }
    expect(failures).toEqual([])
  })

  test('has no character that its font would not draw', async () => {
    for (const [, message] of await load(locale))
      expect(message).not.toMatch(/[\u1C90-\u1CBF]|\p{Extended_Pictographic}/u)
  })
})
