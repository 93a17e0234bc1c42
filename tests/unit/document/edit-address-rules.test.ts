import { expect, test } from 'vitest'
import { editAddress } from '#features/document/edit-address-rules.ts'

const BASE = 'https://git.example/team/content/edit/main/'
const DOCUMENT = { path: '80_chain/checklist', locales: ['en', 'ka'] } as const
const LONE = { ...DOCUMENT, locales: ['en'] } as const

test('a text is edited at the address of the content folder and its own path', () => {
  expect(editAddress(BASE, DOCUMENT, 'ka', false)).toBe(`${BASE}80_chain/checklist/ka.md`)
  expect(editAddress(BASE, LONE, 'en', true)).toBe(`${BASE}80_chain/checklist/en.md`)
})

test('nothing is said where the address is not known, or the text may be a lone file', () => {
  expect(editAddress(null, DOCUMENT, 'ka', true)).toBeNull()
  expect(editAddress(BASE, LONE, 'en', false)).toBeNull()
})
