import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shapeDefect } from '#features/evidence/json-shape-rules.ts'
import { MAX_DEPTH } from '#features/evidence/limits-model.ts'

/** A value within so many lists and objects, in turns. */
const nested = (value: unknown, levels: number): unknown =>
  levels === 0 ? value : levels % 2 === 0 ? [nested(value, levels - 1)] : { inner: nested(value, levels - 1) }

const plain = fc.string({ unit: fc.constantFrom(...'abcdefgh 0123456789ქართული😀') })
const ordinary = fc.jsonValue({ maxDepth: 5, stringUnit: fc.constantFrom(...'abcdefgh ქართული😀') })

/** JSON around a value that is put somewhere inside, with the path there. */
const around = (inner: string, path: string) =>
  fc.constantFrom<readonly [string, string]>(
    [`{"a":{"b":${inner}}}`, `a.b${path}`],
    [`[1,[${inner}]]`, `1.0${path}`],
    [`{"a":[null,${inner},{"b":1}],"c":"d"}`, `a.1${path}`],
  )

describe('the shape of JSON', () => {
  test('is as it should be for ordinary values', () => {
    fc.assert(
      fc.property(ordinary, value => {
        expect(shapeDefect(value)).toBeNull()
      }),
    )
  })

  test('may have sixteen levels, and no more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom<unknown>(1, null, 'text'),
        (levels, value) => {
          expect(shapeDefect(nested(value, levels))?.kind ?? null).toBe(levels > MAX_DEPTH ? 'depth' : null)
        },
      ),
    )
  })

  test('has its seventeenth level named', () => {
    const path = Array.from({ length: MAX_DEPTH }, (_, index) => `k${index}`)
    const value = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), {})
    expect(shapeDefect(value)).toEqual({ kind: 'depth', path: path.join('.') })
  })

  test('has no key `__proto__`, wherever it stands and whatever it holds', () => {
    const poison = fc.constantFrom(
      '{"__proto__":1}',
      '{"__proto__":{"admin":true}}',
      '{"\\u005f_proto__":null}',
    )
    fc.assert(
      fc.property(
        poison.chain(text => around(text, '.__proto__')),
        ([text, path]) => {
          expect(shapeDefect(JSON.parse(text))).toEqual({ kind: 'prototype', path })
        },
      ),
    )
  })

  test('may have keys that only sound dangerous', () => {
    expect(shapeDefect(JSON.parse('{"constructor":{"prototype":1},"toString":2,"proto":3}'))).toBeNull()
  })

  test('has neither NUL nor half a surrogate pair, in values and in keys', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom('\0', '\ud800', '\udc00'), plain, (before, odd, after) => {
        const text = `${before}${odd}${after}`
        expect(shapeDefect({ a: [text] })).toEqual({ kind: 'text', path: 'a.0' })
        expect(shapeDefect({ [text]: 1 })?.kind).toBe('text')
      }),
    )
  })

  test('has no secret, wherever it stands', () => {
    fc.assert(
      fc.property(around('{"password":["hunter2"]}', '.password.0'), ([text, path]) => {
        expect(shapeDefect(JSON.parse(text))).toEqual({ kind: 'secret', path })
      }),
    )
  })
})
