import { describe, expect, test } from 'vitest'
import { resolveLink } from '#features/document/link-rules.ts'

const known = new Set(['80_chain/checklist', '80_chain/single-operator-mode', '10_normative/rule'])
const from = '80_chain/checklist'

describe('a link in a document', () => {
  test.each([
    ['../single-operator-mode/en.md', '80_chain/single-operator-mode', ''],
    ['../SINGLE_OPERATOR_MODE.md', '80_chain/single-operator-mode', ''],
    ['../../10_normative/rule/ka.md#w-2', '10_normative/rule', 'w-2'],
    ['/docs/10_normative/rule.md', '10_normative/rule', ''],
  ])('%s leads to the document %s', (url, path, fragment) => {
    expect(resolveLink(url, from, known)).toEqual({ kind: 'document', path, fragment })
  })

  test.each([
    '../AWS_MSK_ENV_MATRIX.md',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.org',
    '../../..',
    '%ff',
  ])('%s leads nowhere in this portal', url => {
    expect(resolveLink(url, from, known)).toEqual({ kind: 'not-here' })
  })

  test('to another site or a place in the text stays as it is', () => {
    expect(resolveLink('https://example.org/a', from, known)).toEqual({
      kind: 'elsewhere',
      url: 'https://example.org/a',
    })
    expect(resolveLink('#w-3', from, known)).toEqual({ kind: 'fragment', fragment: 'w-3' })
  })
})
