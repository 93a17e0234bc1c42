import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Options } from '#cli/recording/read-options.ts'
import { OWNER_ROLES } from '#features/access/role-model.ts'
import {
  confirmCommand,
  confirmEachCommand,
  recordingCommand,
  updateCommand,
  walkCommand,
} from '#features/checklist/report-command-rules.ts'
import { NEXT_STATUSES } from '#features/checklist/status-model.ts'
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
    `npm run -s mza -- update 5 --status BLOCKED --target 2026-03-25 --note-en 'can'\\''t "$HOME"' --for 2026-03-20 --as SRE_LEAD --document 80_chain/a`,
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

describe('the commands of an owner of several workstreams', () => {
  /** Words as a shell takes them, where none is quoted. */
  const typed = (command: string): Record<string, string> => {
    const words = command.split(' ').slice(command.split(' ').indexOf('--') + 1)
    const options = words.flatMap((word, index) =>
      word.startsWith('--') ? [[word.slice(2), words[index + 1] ?? '']] : [],
    )
    return { kind: words[0] ?? '', n: words[1] ?? '', ...Object.fromEntries(options) }
  }
  const report = fc.record({
    number: fc.integer({ min: 1, max: 999 }),
    ownerRole: fc.constantFrom(...OWNER_ROLES),
    status: fc.constantFrom('TODO' as const, 'IN_PROGRESS' as const),
    targetDate: fc.constant(day('2026-03-20')),
    expected: fc.constant('3f2a0c9d8e7b'),
    document: fc.constantFrom('80_chain/a', '80_chain/b/long-path_1.2'),
  })

  test('are read as they were meant: which document, which workstream, by whom', () => {
    fc.assert(
      fc.property(report, given => {
        for (const command of [confirmCommand(given), updateCommand(given)]) {
          const { n = '', as, document, expect: expected, status, target } = typed(command)
          const options = new Options({ as, document, expect: expected, status, target }).recording(n)
          expect(options).toMatchObject({
            workstream: given.number,
            as: given.ownerRole,
            document: given.document,
            expect: given.expected,
          })
          if (options.status) expect(NEXT_STATUSES[given.status]).toContain(options.status)
        }
      }),
    )
  })

  test('confirm each once, one after the other, and expect the files only before the first', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 5 }), given => {
        const commands = confirmEachCommand(given).split(' && ').map(typed)
        expect(commands.map(({ kind, n }) => [kind, Number(n)])).toEqual(
          given.map(({ number }) => ['confirm', number]),
        )
        expect(commands.map(command => command['expect'])).toEqual(
          given.map(({ expected }, index) => (index === 0 ? expected : undefined)),
        )
      }),
    )
  })

  test('quote a path that a shell would take apart', () => {
    expect(walkCommand('SRE_LEAD', '80_chain/a')).toBe(
      'npm run -s mza -- friday --as SRE_LEAD --document 80_chain/a',
    )
    expect(walkCommand('SRE_LEAD', "80_chain/a b's $x")).toContain(`--document '80_chain/a b'\\''s $x'`)
    expect(walkCommand('SRE_LEAD', '--help')).toContain(`--document '--help'`)
  })
})
