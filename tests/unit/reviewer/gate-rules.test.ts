import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import { readiness } from '#features/checklist/readiness-rules.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import type { Environment } from '#features/evidence/environment-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { VERDICTS, type Verdict } from '#features/evidence/verdict-model.ts'
import type { Gate } from '#features/reviewer/gate-model.ts'
import { gatesOf, isPassed } from '#features/reviewer/gate-rules.ts'
import { documentView, workstreamView } from '#tests/unit/api/stories.ts'
import { day } from '#tests/unit/checklist/stories.ts'

const MAPPED = { number: 1, freshness: 30, checks: ['no-loss'], items: [] } as const

const checklist = (
  workstreams: readonly WorkstreamView[],
  required: readonly Environment[] = ['stage'],
  reviewOverdueDays = 0,
) => ({
  workstreams,
  document: {
    ...documentView(),
    reviewOverdueDays,
    evidenceMapping: { required, workstreams: required.length > 0 ? [MAPPED] : [] },
  },
})

const evidence = (verdict: Verdict) => {
  const there = { verdict, warnings: 0 }
  return { verdicts: { dev: there, stage: there, prod: there }, findings: [], mapped: MAPPED }
}

const workstream = (number: number, over: Partial<WorkstreamView> = {}) =>
  workstreamView({ number, status: 'TODO', overdueDays: 0, evidence: evidence('corroborated'), ...over })

/** A gate, and the numbers of what stands in it. */
const told = (gate: Gate): string => {
  if (gate.code === 'work') return `work: ${gate.obstacles.map(({ number }) => number)}`
  if (gate.code !== 'evidence') return gate.code
  return `${gate.environment}: ${gate.obstacles.map(({ workstream: { number }, gap }) => `${number} ${gap}`)}`
}

describe('the gates on the way to production', () => {
  test('are the work, the review, and the evidence of each required environment, in this order', () => {
    const gates = gatesOf(checklist([workstream(1, { status: 'DONE' })], ['dev', 'stage']))
    expect(gates.map(told)).toEqual(['work: ', 'review', 'dev: ', 'stage: '])
    expect(gates.every(isPassed)).toBe(true)
  })

  test('name blocked work first, then the latest, then what is due first', () => {
    const [work] = gatesOf(
      checklist([
        workstream(1, { targetDate: day('2026-03-20') }),
        workstream(2, { targetDate: day('2026-03-12') }),
        workstream(3, { overdueDays: 2 }),
        workstream(4, { overdueDays: 9 }),
        workstream(5, { status: 'BLOCKED' }),
        workstream(6, { status: 'DONE' }),
      ]),
    )
    expect(work && told(work)).toBe('work: 5,4,3,2,1')
  })

  test('name what evidence contradicts before what was not run, and that before what is stale', () => {
    const found = (['stale', 'not-run', 'contradicted', 'corroborated', 'none-required'] as const).map(
      (verdict, index) => workstream(index + 1, { evidence: evidence(verdict) }),
    )
    expect(gatesOf(checklist(found)).map(told)[2]).toBe('stage: 3 contradicted,2 not-run,1 stale')
  })

  test('are never all passed where the document asks for no evidence', () => {
    const gates = gatesOf(checklist([workstream(1, { status: 'DONE' })], []))
    expect(gates.filter(gate => !isPassed(gate)).map(told)).toEqual(['mapping'])
  })

  test('are all passed exactly where the checklist is ready', () => {
    const any = fc.record({
      status: fc.constantFrom(...STATUSES),
      evidence: fc.constantFrom(...VERDICTS).map(evidence),
    })
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 4 }),
        fc.subarray([...ENVIRONMENTS]),
        fc.constantFrom(0, 3),
        (found, required, overdue) => {
          const one = checklist(
            found.map((each, index) => workstream(index + 1, each)),
            required,
            overdue,
          )
          expect(gatesOf(one).every(isPassed)).toBe(readiness(one.workstreams, one.document).ready)
        },
      ),
    )
  })
})
