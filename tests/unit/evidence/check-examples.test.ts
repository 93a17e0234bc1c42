import { describe, expect, test } from 'vitest'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { CAUSES, REASONS } from '#features/evidence/reason-model.ts'
import type { Decided } from './checks/example.ts'
import { EXAMPLES } from './checks/index.ts'

const witness = ({ runId = 'run-1', record, reason, detail }: Decided) => ({
  runId,
  record,
  reason: reason ?? null,
  detail: detail ?? null,
})

describe.for(CHECK_CODES)('%s', code => {
  const { passed, failed, warned, notRun } = EXAMPLES[code]

  test.for(passed)('passes $title', ({ judge, decidedBy }) => {
    const { finding, cause, witnesses } = judge()
    expect({ finding, cause }).toEqual({ finding: 'passed', cause: null })
    expect(witnesses).toEqual(decidedBy.map(witness))
  })

  test.for(failed)('fails $title', ({ judge, decidedBy }) => {
    const { finding, cause, witnesses, failed: count } = judge()
    expect({ finding, cause, count }).toEqual({ finding: 'failed', cause: null, count: decidedBy.length })
    expect(witnesses).toEqual(decidedBy.map(witness))
  })

  test.for(warned === 'never' ? [] : warned)('warns of $title', ({ judge, decidedBy }) => {
    const { finding, cause, witnesses, warned: count } = judge()
    expect({ finding, cause, count }).toEqual({ finding: 'warned', cause: null, count: decidedBy.length })
    expect(witnesses).toEqual(decidedBy.map(witness))
  })

  test.for(notRun)('does not judge $title', ({ judge, cause }) => {
    expect(judge()).toEqual({ finding: 'not-run', cause, judged: 0, failed: 0, warned: 0, witnesses: [] })
  })
})

describe('the examples', () => {
  const all = Object.values(EXAMPLES)

  test('show every reason', () => {
    const shown = all.flatMap(({ failed, warned }) => [...failed, ...(warned === 'never' ? [] : warned)])
    const reasons = shown.flatMap(({ decidedBy }) => decidedBy.flatMap(({ reason }) => reason ?? []))
    expect(new Set(reasons)).toEqual(new Set(REASONS))
  })

  test('show every cause', () => {
    expect(new Set(all.flatMap(({ notRun }) => notRun.map(({ cause }) => cause)))).toEqual(new Set(CAUSES))
  })
})
