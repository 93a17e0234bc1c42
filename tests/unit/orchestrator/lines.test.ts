import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, merged, packLines, unpackLines } from '#orchestrator/store/lines-rules.ts'

const line = fc.record({ seq: fc.nat(), text: fc.jsonValue().map(value => JSON.stringify(value)) })
const lists = fc
  .uniqueArray(fc.tuple(line, fc.nat(4)), { selector: ([{ seq }]) => seq, minLength: 1 })
  .map(dealt => [...Map.groupBy(dealt, ([, list]) => list).values()].map(list => list.map(([one]) => one)))

const inOrder = (lines: readonly Line[]): Line[] => lines.toSorted((one, other) => one.seq - other.seq)

test('lines that were packed are found again, each whole, in the order of their places', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), lines => {
      expect(unpackLines(packLines(lines))).toEqual(inOrder(lines))
    }),
  )
})

test('lists that overlap give all of their lines in one order', () => {
  fc.assert(
    fc.property(lists, dealt => {
      const all = dealt.map(inOrder)
      const byFirst = all.toSorted(([one], [other]) => (one?.seq ?? 0) - (other?.seq ?? 0))
      expect([...merged(byFirst)]).toEqual(inOrder(all.flat()))
    }),
  )
})
