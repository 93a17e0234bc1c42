import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MESSAGES } from '#features/localization/messages.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** Messages chosen by a code of the subject: the part before it stands in the sources, the code does not. */
const BY_CODE =
  /^(?:status|scopes|document\.missingName|workstream\.fridayState|readiness\.reasons|csv|forms)\./

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

test('every message is used by a page or a command', async () => {
  const keys = keysOf(await MESSAGES.ka()).filter(key => !BY_CODE.test(key))
  const unused = keys.filter(key => {
    const parts = key.split('.')
    const last = parts.at(-1) ?? ''
    // By its whole tail, by its last part, or chosen among its neighbours: `authority.${…}`, `${words}.title`.
    const asked = [`'${last}'`, `"${last}"`, `.${last}'`, `.${last}\``, `'${key}'`, `${parts.at(-2)}.$`]
    return !sources.some(source => asked.some(way => source.includes(way)))
  })
  expect(unused).toEqual([])
})
