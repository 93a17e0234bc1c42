import { describe, expect, it } from 'vitest'
import { roleHoldersSchema } from '#features/access/role-holder-model.ts'
import { categoriesSchema } from '#features/document/category-model.ts'
import { legacySlugOf } from '#features/document/legacy-slug-rules.ts'
import { readYaml } from '#features/document/yaml-rules.ts'
import { parseLog } from '#features/ingest/history-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const CATEGORY = `  - code: 80_chain
    version: v1.0.0
    ownerRole: DOCUMENT_CUSTODIAN
    reviewCycleDays: 60
    approvalAuthority: [GOVERNANCE_ADMIN]
    class: PUBLIC
    title: { ka: ჯაჭვი, en: Chain }
`

const placesIn = (text: string) =>
  readYaml('categories.yaml', text, categoriesSchema).diagnostics.map(
    ({ code, line, column }) => `${line}:${column} ${code}`,
  )

describe('the policy of categories', () => {
  it('is read whole', () => {
    const { value } = readYaml('categories.yaml', `categories:\n${CATEGORY}`, categoriesSchema)
    expect(value?.categories).toMatchObject([{ code: '80_chain', title: { ka: 'ჯაჭვი' } }])
  })

  it('takes a title in every language that a text may be written in, and must have it in Georgian and English', () => {
    const titled = (title: string) => `categories:\n${CATEGORY.replace(/title: .*/, `title: ${title}`)}`
    const six = TEXT_LOCALES.map(locale => `${locale}: ${locale}`).join(', ')
    const { value } = readYaml('categories.yaml', titled(`{ ${six} }`), categoriesSchema)
    expect(Object.keys(value?.categories[0]?.title ?? {}).sort()).toEqual(TEXT_LOCALES.toSorted())
    expect(placesIn(titled('{ ka: ჯაჭვი }'))).toEqual(['8:12 yaml-value'])
    expect(placesIn(titled('{ ka: ჯაჭვი, en: Chain, de: Kette }'))).toHaveLength(1)
  })

  it('says where a value is wrong, a key is lacking or unknown, and a code comes twice', () => {
    expect(placesIn(`categories:\n${CATEGORY.replace('60', 'often')}`)).toEqual(['5:22 yaml-value'])
    expect(placesIn(`categories:\n${CATEGORY.replace('PUBLIC', 'SECRET')}`)).toEqual(['7:12 yaml-value'])
    expect(placesIn(`categories:\n${CATEGORY.replace('    version: v1.0.0\n', '')}`)).toEqual([
      '2:5 yaml-value',
    ])
    expect(placesIn(`categories:\n${CATEGORY}${CATEGORY}`)).toEqual(['9:11 yaml-value'])
    expect(placesIn('categories: [\n')).toEqual(['2:1 yaml'])
  })
})

it('holders of roles are named by e-mail address', () => {
  const codes = (text: string) =>
    readYaml('roles.yaml', text, roleHoldersSchema).diagnostics.map(found => found.code)
  expect(codes('roles:\n  a@example.org: [SRE_LEAD]\n')).toEqual([])
  expect(codes('roles: {}\n')).toEqual([])
  expect(codes('roles:\n  somebody: [SRE_LEAD]\n')).toEqual(['yaml-value'])
})

it('an address is listed once, whatever the case of its letters', () => {
  const text = 'roles:\n  a@example.org: [SRE_LEAD]\n  A@Example.org: [REVIEWER]\n'
  expect(readYaml('roles.yaml', text, roleHoldersSchema).diagnostics).toMatchObject([
    { line: 3, message: expect.stringContaining('expected a@example.org once, found A@Example.org again') },
  ])
})

it('addresses of the older portal come from the path in its repository', () => {
  expect(legacySlugOf('80_chain/NO_REWORK_MIGRATION_CHECKLIST')).toBe(
    'docs-80-chain-no-rework-migration-checklist-md',
  )
})

it('the log of git is read into changes by file, the oldest first', () => {
  const [old, young, first, second] = ['a', 'b', '1', '2'].map(digit => digit.repeat(40))
  const log = [
    `commit ${young} 200 (${old}) y@example.org`,
    `\n:100644 000000 ${first} ${'0'.repeat(40)} D`,
    '80_chain/gone.md',
    `:100644 100644 ${first} ${second} M`,
    '80_chain/commit ა.md',
    `commit ${old} 100 () o@example.org`,
    `\n:000000 100644 ${'0'.repeat(40)} ${first} A`,
    '80_chain/commit ა.md',
    `:000000 120000 ${'0'.repeat(40)} ${first} A`,
    'link.md',
    '',
  ].join('\0')
  const older = { commit: old, time: new Date(100_000), author: 'o@example.org', isBoundary: false }
  const younger = { commit: young, time: new Date(200_000), author: 'y@example.org', isBoundary: false }
  expect(Object.fromEntries(parseLog(log))).toEqual({
    '80_chain/gone.md': [{ ...younger, blob: null }],
    '80_chain/commit ა.md': [
      { ...older, blob: first },
      { ...younger, blob: second },
    ],
    'link.md': [{ ...older, blob: null }],
  })
  const shallow = parseLog(log, true).get('80_chain/commit ა.md')
  expect(shallow?.map(change => change.isBoundary)).toEqual([true, false])
})

it('a merge in the log of git is read where it differs from every parent', () => {
  const [merge, left, right, one, two, three] = ['a', 'b', 'c', '1', '2', '3'].map(digit => digit.repeat(40))
  const log = [
    `commit ${merge} 300 (${left} ${right}) m@example.org`,
    `\n::100644 100644 100644 ${one} ${two} ${three} MM`,
    '80_chain/a/change-log.jsonl',
    '',
  ].join('\0')
  expect(parseLog(log).get('80_chain/a/change-log.jsonl')).toMatchObject([{ commit: merge, blob: three }])
})
