import { describe, expect, test } from 'vitest'
import { confirmCommand, updateCommand } from '#features/checklist/report-command-rules.ts'
import { day } from './stories.ts'

const REPORT = {
  number: 5,
  ownerRole: 'ORCHESTRATION_ENGINEER',
  status: 'TODO',
  targetDate: day('2026-03-20'),
  expected: '3f2a0c9d8e7b',
} as const

describe('the command of a report', () => {
  test('confirms as the owner, and only what the owner has seen', () => {
    expect(confirmCommand(REPORT)).toBe(
      'npm run -s mza -- confirm 5 --as ORCHESTRATION_ENGINEER --expect 3f2a0c9d8e7b',
    )
  })

  test('changes to the status that comes next', () => {
    expect(updateCommand(REPORT)).toBe(
      'npm run -s mza -- update 5 --status IN_PROGRESS --target 2026-03-20 --as ORCHESTRATION_ENGINEER --expect 3f2a0c9d8e7b',
    )
  })

  test('asks for the words that the rules ask for', () => {
    expect(updateCommand({ ...REPORT, status: 'BLOCKED' })).toContain(
      '--status IN_PROGRESS --target 2026-03-20 --resolution-ka "…" --resolution-en "…"',
    )
  })
})
