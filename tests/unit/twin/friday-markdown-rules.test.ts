import { describe, expect, test } from 'vitest'
import { fridayGrid } from '#features/checklist/friday-grid-rules.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import { fridayMarkdown } from '#features/twin/friday-markdown-rules.ts'
import { asked, checklistView, PORTAL, workstreamView } from '#tests/unit/api/stories.ts'
import { baseline, confirm, day } from '#tests/unit/checklist/stories.ts'

const context = {
  wish: { ...asked('en', '2026-03-18'), origin: 'https://mza.example', query: new URLSearchParams() },
  wording: await wordingIn('en'),
  portal: PORTAL,
  path: '/friday',
  query: '',
}

const workstreams = [
  { number: 1, ownerRole: 'LEDGER_ENGINEER', friday: 'due', reports: [] },
  { number: 2, ownerRole: 'SRE_LEAD', friday: 'confirmed', reports: ['2026-03-14', '2026-03-16'] },
] as const

const WORKSTREAMS = workstreams.map(({ number, ownerRole, friday, reports }) =>
  workstreamView({
    number,
    ownerRole,
    friday,
    status: 'TODO',
    lines: [
      baseline({ workstream: number }),
      ...reports.map((on, week) =>
        confirm({
          workstream: number,
          recordedAt: `${on}T12:00:00+04:00`,
          for: day(week === 0 ? '2026-03-13' : '2026-03-20'),
        }),
      ),
    ].map(line => ({ ...hashed(line), enteredAt: null })),
  }),
)

const markdown = (fridays: readonly string[], older: string | null = null) => {
  const window = { fridays: fridays.map(day), older: older === null ? null : day(older), newer: null }
  const grid = fridayGrid(WORKSTREAMS, window.fridays, day('2026-03-18'))
  return fridayMarkdown({ checklist: checklistView(WORKSTREAMS), grid, window }, context)
}

describe('the Friday reports as Markdown', () => {
  const text = markdown(['2026-03-13', '2026-03-20'], '2026-03-06')

  test('say who owes what, and until when', () => {
    expect(text).toContain('The week ends on Friday, March 20, 2026. 2 days are left.')
    expect(text).toMatch(/^- `LEDGER_ENGINEER`\n {2}- 1\\\. Idempotency · To do `TODO`$/m)
    expect(text).not.toMatch(/^- `SRE_LEAD`$/m)
  })

  test('say who missed a report or was late with it', () => {
    expect(text).toMatch(/^- `LEDGER_ENGINEER`: Missed: 1 · Late: 0$/m)
    expect(text).toMatch(/^- `SRE_LEAD`: Missed: 0 · Late: 1$/m)
  })

  test('have the weeks in a table, and say where the other weeks are', () => {
    expect(text).toContain('| 2026-03-13 | 2026-03-20 |')
    expect(text).toContain('(<https://mza.example/en/friday.md?to=2026-03-06&asOf=2026-03-18>)')
    expect(text).toContain('| 2 | Idempotency | `SRE_LEAD` | Late | Confirmed unchanged |')
  })

  test('say that none is owed yet in the week of the first record', () => {
    const first = markdown([])
    expect(first).toContain('No Friday report is owed in the week of the first record.')
    expect(first).not.toContain('|')
  })
})
