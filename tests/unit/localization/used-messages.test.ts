import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { messagesIn } from '#features/localization/messages.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

const sources = ['app', 'cli', 'components', 'features', 'server'].flatMap(folder =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.tsx') || name.endsWith('.ts'))
    .map(name => fs.readFileSync(path.join(ROOT, folder, name), 'utf8')),
)

const keysOf = (tree: object, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  )

/** What a source calls each namespace that it asks in; the empty one is asked in everywhere, by whole keys. */
const namespacesOf = (source: string): [name: string | null, namespace: string][] => [
  [null, ''],
  ...[...source.matchAll(/(?:const (\w+) = (?:await )?)?(?:use|get)Translations\('([\w.]+)'\)/g)].map(
    ([, name, namespace]): [string | null, string] => [name ?? null, `${namespace}.`],
  ),
  ...[...source.matchAll(/\bnamespace: '([\w.]+)'/g)].map(([, namespace]): [null, string] => [
    null,
    `${namespace}.`,
  ]),
]

/** Texts in quotes and names of members: each could be a key, or a code of the subject within one. */
const quoted = (source: string): string[] =>
  [...source.matchAll(/(?<=')\w[\w. -]*(?=')|(?<=")\w[\w. -]*(?=")/g)].map(([text]) => text)
const named = (source: string): string[] => [...source.matchAll(/\b[\w-]+(?='?:)/g)].map(([name]) => name)

/** Keys with a code in them, as what stands before and after it. */
const composed = (source: string): [before: string, after: string][] =>
  [...source.matchAll(/`([\w.-]*)\$\{[^{}`]*\}([\w.-]*)`/g)].flatMap(
    ([, before = '', after = '']): [string, string][] =>
      before.endsWith('.') || after.startsWith('.') ? [[before, after]] : [],
  )

/** Whether a namespace is asked by a variable: `t(name)`. */
const isAskedByCode = (source: string, name: string | null): boolean =>
  name !== null && new RegExp(`\\b${name}\\([a-z]\\w*(?:\\.\\w+)*[,)]`).test(source)

/** The keys that no source asks for: neither as they are, nor with a code in them that any source knows. */
function unusedOf(keys: readonly string[], texts: readonly string[]): string[] {
  const codes = new Set(texts.flatMap(text => [...quoted(text), ...named(text)]))
  const whole = new Set<string>()
  const patterns: [string, string][] = []
  for (const text of texts)
    for (const [name, namespace] of namespacesOf(text)) {
      for (const key of quoted(text)) whole.add(namespace + key)
      for (const [before, after] of composed(text)) patterns.push([namespace + before, after])
      if (isAskedByCode(text, name)) patterns.push([namespace, ''])
    }
  const isComposed = (key: string) =>
    patterns.some(
      ([before, after]) =>
        key.startsWith(before) &&
        key.endsWith(after) &&
        codes.has(key.slice(before.length, key.length - after.length)),
    )
  return keys.filter(key => !whole.has(key) && !isComposed(key))
}

describe('what counts as asking for a message', () => {
  const PAGE = `const t = useTranslations('page')
t('title')
t(\`kind.\${kind}\`)`
  const KINDS = "const KINDS = ['new', 'old']"

  test('is its key in the namespace of the source, or a code that is known at the place of a variable', () => {
    expect(unusedOf(['page.title', 'page.kind.new', 'page.kind.old'], [PAGE, KINDS])).toEqual([])
    expect(unusedOf(['page.new', 'page.old'], [`${PAGE}\nt(kind)`, KINDS])).toEqual([])
  })

  test('is neither the same last word in another namespace nor a code that nothing knows', () => {
    const keys = ['feed.title', 'feed.kind.new', 'page.kind.lost', 'page.new']
    expect(unusedOf(keys, [PAGE, KINDS, "t('feed.subtitle')"])).toEqual(keys)
  })
})

test('every message is used by a page or a command', async () => {
  expect(unusedOf(keysOf(await messagesIn('ka')), sources)).toEqual([])
})
