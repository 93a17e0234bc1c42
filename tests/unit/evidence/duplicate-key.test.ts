import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateKey } from '#features/evidence/json-duplicate-rules.ts'

const found = (text: string) => duplicateKey(text, JSON.parse(text))

describe('a key twice', () => {
  test.for([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":1, "b":{"a":2}, "b":3}', 'b'],
    ['[{"a":1},{"a":1,"\\u0061":2}]', 'a'],
    ['{"x":{"__proto__":1,"__proto__":1}}', '__proto__'],
    ['{"":0,"":0}', ''],
    ['{"a\\"b":1,"a\\"b":1}', 'a"b'],
    ['{"a":"{\\"a\\":1,\\"a\\":2}", "b":["a","a"]}', null],
    ['{"a":{"a":{"a":1}} }', null],
    ['{ }', null],
  ] as const)('in %s is %j', ([text, key]) => {
    expect(found(text)).toBe(key)
  })

  test('is never found in what was written from a value, however it is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, space) => {
        expect(found(JSON.stringify(value, null, space))).toBeNull()
      }),
    )
  })

  test('is found wherever it is put in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, key) => {
        const name = JSON.stringify(key)
        const text = `[${JSON.stringify(value)}, {${name}: ${JSON.stringify(value)}, ${name}: 0}]`
        expect(found(text)).toBe(key)
      }),
    )
  })
})
