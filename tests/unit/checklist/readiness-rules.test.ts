import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readiness } from '#features/checklist/readiness-rules.ts'
import { STATUSES, type Status } from '#features/checklist/status-model.ts'
import { ENVIRONMENTS, type Environment } from '#features/evidence/environment-model.ts'
import type { MappedWorkstream } from '#features/evidence/mapping-model.ts'
import { VERDICTS, type Verdict } from '#features/evidence/verdict-model.ts'

const MAPPED: MappedWorkstream = { number: 1, freshness: 30, checks: ['no-loss'], items: [] }

const document = (required: readonly Environment[] = ['stage'], reviewOverdueDays = 0) => ({
  reviewOverdueDays,
  evidenceMapping: { required, workstreams: [MAPPED] },
})

const backed = (verdict: Verdict | Partial<Record<Environment, Verdict>>) => {
  const verdictIn = (environment: Environment): Verdict =>
    typeof verdict === 'string' ? verdict : (verdict[environment] ?? 'not-run')
  const of = (environment: Environment) => ({ verdict: verdictIn(environment), warnings: 0 })
  return { evidence: { verdicts: { dev: of('dev'), stage: of('stage'), prod: of('prod') } } }
}

const states = (...statuses: Status[]) =>
  statuses.map((status, index) => ({ number: index + 1, status, ...backed('corroborated') }))

const codesOf = (workstreams: Parameters<typeof readiness>[0], asked = document()) =>
  readiness(workstreams, asked).reasons.map(({ code, workstream, environment }) =>
    [code, workstream, environment].filter(part => part !== null).join(' '),
  )

describe('readiness', () => {
  it('counts by status and names every workstream that is not done', () => {
    const workstreams = states('DONE', 'TODO', 'BLOCKED', 'IN_PROGRESS', 'TODO')
    expect(readiness(workstreams, document())).toMatchObject({
      total: 5,
      done: 1,
      inProgress: 1,
      blocked: 1,
      todo: 2,
      ready: false,
    })
    expect(codesOf(workstreams)).toEqual(['not-done 2', 'not-done 3', 'not-done 4', 'not-done 5'])
  })

  it('names a review that is overdue', () => {
    expect(codesOf(states('DONE'), document(['stage'], 1))).toEqual(['review-overdue'])
  })

  it('is there where all is done and corroborated, or rests on documents', () => {
    const workstreams = [
      { number: 1, status: 'DONE', ...backed('corroborated') },
      { number: 2, status: 'DONE', ...backed('none-required') },
    ] as const
    expect(readiness(workstreams, document())).toMatchObject({ ready: true, reasons: [] })
  })

  it('is not there while the document asks for no evidence at all, even with all done', () => {
    const asked = { reviewOverdueDays: 0, evidenceMapping: { required: ['stage'], workstreams: [] } } as const
    const workstreams = [{ number: 1, status: 'DONE', ...backed('none-required') }] as const
    expect(readiness(workstreams, asked)).toMatchObject({
      ready: false,
      reasons: [{ code: 'evidence-not-mapped', workstream: null, environment: null }],
    })
  })

  it.for([
    { verdict: 'contradicted', code: 'evidence-contradicted' },
    { verdict: 'not-run', code: 'evidence-not-run' },
    { verdict: 'stale', code: 'evidence-stale' },
  ] as const)('names a workstream and environment whose evidence is $verdict', ({ verdict, code }) => {
    const workstreams = [{ number: 7, status: 'DONE', ...backed({ stage: verdict }) }] as const
    expect(codesOf(workstreams)).toEqual([`${code} 7 stage`])
  })

  it('looks at the required environments and at no other', () => {
    const workstreams = [
      { number: 7, status: 'DONE', ...backed({ dev: 'corroborated', stage: 'contradicted', prod: 'stale' }) },
    ] as const
    expect(codesOf(workstreams, document(['dev']))).toEqual([])
    expect(codesOf(workstreams, document(['dev', 'stage', 'prod']))).toEqual([
      'evidence-contradicted 7 stage',
      'evidence-stale 7 prod',
    ])
  })

  it('counts the statuses that owners recorded, whatever the evidence says', () => {
    const workstream = fc.record({
      status: fc.constantFrom(...STATUSES),
      verdict: fc.constantFrom(...VERDICTS),
    })
    fc.assert(
      fc.property(
        fc.array(workstream, { maxLength: 12 }),
        fc.subarray([...ENVIRONMENTS]),
        (all, required) => {
          const workstreams = all.map(({ status, verdict }, index) => ({
            number: index + 1,
            status,
            ...backed(verdict),
          }))
          const { done, blocked, inProgress, todo } = readiness(workstreams, document(required))
          const count = (status: Status) => all.filter(each => each.status === status).length
          expect([done, blocked, inProgress, todo]).toEqual(
            (['DONE', 'BLOCKED', 'IN_PROGRESS', 'TODO'] as const).map(count),
          )
        },
      ),
    )
  })
})
