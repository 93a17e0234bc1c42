import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineScanner } from '#features/ingest/line-scanner-rules.ts'

const state = fc
  .tuple(fc.array(fc.constantFrom('a', 'ab', 'b', 'ბ', 'ა', ''), { maxLength: 8 }), fc.boolean())
  .map(([lines, isEnded]) => `${lines.join('\n')}${isEnded ? '\n' : ''}`)

describe('a scanner of lines', () => {
  it('gives each line once, with the first state that has it', () => {
    fc.assert(
      fc.property(fc.array(state, { maxLength: 6 }), states => {
        const scan = lineScanner()
        const known = new Set<string>()
        for (const text of states) {
          const lines = [...new Set(text.split('\n'))].filter(line => !known.has(line))
          // The end of a text is an empty line to some and nothing to others.
          expect(scan(Buffer.from(text)).filter(line => line !== '')).toEqual(
            lines.filter(line => line !== ''),
          )
          for (const line of lines) known.add(line)
        }
      }),
    )
  })

  it('takes either line end', () => {
    const scan = lineScanner()
    expect(scan(Buffer.from('a\r\nb\r\n'))).toContain('a')
    expect(scan(Buffer.from('a\nb\nc'))).toEqual(['c'])
  })
})
