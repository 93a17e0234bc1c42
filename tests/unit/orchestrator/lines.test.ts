import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Line, merged } from '#orchestrator/store/lines-rules.ts'

const line = fc.record({ seq: fc.nat(), text: fc.jsonValue().map(value => JSON.stringify(value)) })
const lists = fc
  .uniqueArray(fc.tuple(line, fc.nat(4)), { selector: ([{ seq }]) => seq, minLength: 1 })
  .map(dealt => [...Map.groupBy(dealt, ([, list]) => list).values()].map(list => list.map(([one]) => one)))

const inOrder = (lines: readonly Line[]): Line[] => lines.toSorted((one, other) => one.seq - other.seq)
const firstOf = (list: readonly Line[]): number => Math.min(...list.map(({ seq }) => seq))

test('lists that overlap give all of their lines in one order', () => {
  fc.assert(
    fc.property(lists, dealt => {
      const byFirst = dealt.toSorted((one, other) => firstOf(one) - firstOf(other))
      expect([...merged(byFirst)]).toEqual(inOrder(dealt.flat()))
    }),
  )
})
