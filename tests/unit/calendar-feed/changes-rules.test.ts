import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf } from '#features/calendar-feed/changes-rules.ts'
import { inTbilisi } from '#features/checklist/calendar-rules.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { legalLedger } from '#tests/unit/checklist/legal-ledgers.ts'
import { REVIEWED } from '#tests/unit/checklist/stories.ts'

/** The texts recorded at these instants, in milliseconds. */
const documentOf = (texts: readonly number[]) => ({
  recordedSince: REVIEWED,
  knownTexts: {
    count: texts.length,
    newestAt: texts.length > 0 ? inTbilisi(new Date(Math.max(...texts))) : null,
  },
})

const textTimes = fc.array(fc.integer({ min: Date.parse('2026-03-04'), max: Date.parse('2026-06-01') }), {
  maxLength: 6,
})

describe('the sequence of an event', () => {
  test('never falls, whichever line or text comes next, and rises with every text and change', () => {
    const story = fc.tuple(legalLedger, textTimes).chain(([written, texts]) =>
      fc.shuffledSubarray([...written.map(line => ({ ...hashed(line), enteredAt: null })), ...texts], {
        minLength: written.length + texts.length,
      }),
    )
    fc.assert(
      fc.property(story, steps => {
        let before = changesOf(documentOf([]), [])
        for (const [index, step] of steps.entries()) {
          const known = steps.slice(0, index + 1)
          const texts = known.filter(each => typeof each === 'number')
          const lines = known.filter(each => typeof each !== 'number')
          const after = changesOf(documentOf(texts), lines)
          const isChange = typeof step === 'number' || step.kind === 'change'
          expect(after.sequence - before.sequence).toBe(isChange ? 1 : 0)
          expect(Date.parse(after.changedAt)).toBeGreaterThanOrEqual(Date.parse(before.changedAt))
          before = after
        }
      }),
    )
  })

  test('begins at nought with the baseline', () => {
    expect(changesOf(documentOf([]), [])).toEqual({
      sequence: 0,
      changedAt: '2026-03-04T00:00:00+04:00',
    })
  })
})
