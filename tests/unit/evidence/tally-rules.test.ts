import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTally } from '#features/evidence/tally-rules.ts'

const subject = (number: number) => ({ runId: 'run-1', number })

const counts = fc.record({
  passed: fc.nat({ max: 40 }),
  warned: fc.nat({ max: 40 }),
  failed: fc.nat({ max: 40 }),
})

test('a tally counts all and keeps the first of what decided', () => {
  fc.assert(
    fc.property(counts, ({ passed, warned, failed }) => {
      const tally = createTally()
      for (let number = 1; number <= passed; number += 1) tally.pass(subject(number))
      for (let number = 1; number <= warned; number += 1) tally.warn(subject(number), 'field-null')
      for (let number = 1; number <= failed; number += 1) tally.fail(subject(number), 'field-missing')
      const { witnesses, ...found } = tally.judgement()
      const finding = failed > 0 ? 'failed' : warned > 0 ? 'warned' : passed > 0 ? 'passed' : 'not-run'
      const judged = passed + warned + failed
      const cause = judged === 0 ? 'no-such-records' : null
      expect(found).toEqual({ finding, cause, judged, failed, warned })
      const decided = { failed, warned, passed: Math.min(passed, 3), 'not-run': 0 }[finding]
      expect(witnesses.map(({ record }) => record)).toEqual(
        Array.from({ length: Math.min(decided, 20) }, (_, index) => index + 1),
      )
    }),
  )
})

test('a detail is as long as a page can show, and whole characters', () => {
  const tally = createTally()
  tally.fail(subject(1), 'field-missing', `${'a'.repeat(299)}😀${'b'.repeat(100_000)}`)
  const [witness] = tally.judgement().witnesses
  expect(witness?.detail).toHaveLength(300)
  expect(witness?.detail?.isWellFormed()).toBe(true)
})

test('what the bundle does not tell is not passed, and may fail', () => {
  const tally = createTally()
  tally.withhold('boundary-not-recorded')
  expect(tally.judgement('no-broker')).toMatchObject({ finding: 'not-run', cause: 'no-broker' })
  tally.pass(subject(1))
  tally.warn(subject(2), 'field-null')
  expect(tally.judgement()).toMatchObject({ finding: 'not-run', cause: 'boundary-not-recorded', judged: 0 })
  tally.fail(subject(3), 'field-missing')
  expect(tally.judgement()).toMatchObject({ finding: 'failed', judged: 3, failed: 1 })
})
