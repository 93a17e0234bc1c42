import { expect, it } from 'vitest'
import { readiness } from '#features/checklist/readiness-rules.ts'
import type { Status } from '#features/checklist/status-model.ts'

const states = (...statuses: Status[]) => statuses.map((status, index) => ({ number: index + 1, status }))
const UNJUDGED = { code: 'evidence-not-judged', workstream: null, environment: null }

it('counts by status and names every workstream that is not done', () => {
  const found = readiness(states('DONE', 'TODO', 'BLOCKED', 'IN_PROGRESS', 'TODO'), { reviewOverdueDays: 0 })
  expect(found).toMatchObject({ total: 5, done: 1, inProgress: 1, blocked: 1, todo: 2, ready: false })
  expect(found.reasons.filter(({ code }) => code === 'not-done').map(({ workstream }) => workstream)).toEqual(
    [2, 3, 4, 5],
  )
})

it('names a review that is overdue', () => {
  const reasons = readiness(states('DONE'), { reviewOverdueDays: 1 }).reasons
  expect(reasons).toContainEqual({ code: 'review-overdue', workstream: null, environment: null })
})

it('is not ready while nobody judges the evidence, even with all done', () => {
  expect(readiness(states('DONE', 'DONE'), { reviewOverdueDays: 0 })).toMatchObject({
    ready: false,
    reasons: [UNJUDGED],
  })
})
