import { describe, expect, test } from 'vitest'
import { confirmCommand, recordingCommand, updateCommand } from '#features/checklist/report-command-rules.ts'
import { day } from './stories.ts'

const REPORT = {
  number: 5,
  ownerRole: 'ORCHESTRATION_ENGINEER',
  status: 'TODO',
  targetDate: day('2026-03-20'),
  expected: '3f2a0c9d8e7b',
} as const

test('a recording is the command that makes it, its words as a shell takes them', () => {
  const recording = { workstream: 5, by: 'SRE_LEAD', for: day('2026-03-20') } as const
  expect(recordingCommand({ ...recording, kind: 'confirm', reason: { ka: 'მიზეზი' } }, undefined)).toBe(
    "npm run -s mza -- confirm 5 --reason-ka 'მიზეზი' --for 2026-03-20 --as SRE_LEAD",
  )
  const change = { ...recording, kind: 'change', status: 'BLOCKED', targetDate: day('2026-03-25') } as const
  expect(recordingCommand({ ...change, note: { en: `can't "$HOME"` } }, '80_chain/a')).toBe(
    `npm run -s mza -- update 5 --status BLOCKED --target 2026-03-25 --note-en 'can'\\''t "$HOME"' --for 2026-03-20 --as SRE_LEAD --document '80_chain/a'`,
  )
})

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
