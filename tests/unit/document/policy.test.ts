import { describe, expect, it } from 'vitest'
import { roleHoldersSchema } from '#features/access/role-holder-model.ts'
import { categoriesSchema } from '#features/document/category-model.ts'
import { readYaml } from '#features/document/yaml-rules.ts'
import { parseLog } from '#features/ingest/history-rules.ts'
import { legacySlugOf } from '#features/ingest/projection-rules.ts'

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

it('addresses of the older portal come from the path in its repository', () => {
  expect(legacySlugOf('80_chain/NO_REWORK_MIGRATION_CHECKLIST')).toBe(
    'docs-80-chain-no-rework-migration-checklist-md',
  )
})

it('the log of git is read into changes by file, the oldest first', () => {
  const [old, young, first, second] = ['a', 'b', '1', '2'].map(digit => digit.repeat(40))
  const log = [
    `commit ${young} 200`,
    `\n:100644 000000 ${first} ${'0'.repeat(40)} D`,
    '80_chain/gone.md',
    `:100644 100644 ${first} ${second} M`,
    '80_chain/commit ა.md',
    `commit ${old} 100`,
    `\n:000000 100644 ${'0'.repeat(40)} ${first} A`,
    '80_chain/commit ა.md',
    `:000000 120000 ${'0'.repeat(40)} ${first} A`,
    'link.md',
    '',
  ].join('\0')
  expect(Object.fromEntries(parseLog(log))).toEqual({
    '80_chain/gone.md': [{ commit: young, time: new Date(200_000), blob: null }],
    '80_chain/commit ა.md': [
      { commit: old, time: new Date(100_000), blob: first },
      { commit: young, time: new Date(200_000), blob: second },
    ],
    'link.md': [{ commit: old, time: new Date(100_000), blob: null }],
  })
})
