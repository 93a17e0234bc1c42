import type { OwnerRole } from '#features/access/role-model.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import type { LedgerLine, PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'

export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`${text} is no day`)
  return parsed
}

export const FILE = 'content/80_chain/example/change-log.jsonl'

/** Wednesday. The baseline of every story is recorded at its start. */
export const REVIEWED = day('2026-03-04')
export const DOCUMENT_OWNER = 'CHAIN_OFFICER'

const OWNERS: Record<number, OwnerRole> = { 1: 'LEDGER_ENGINEER', 2: 'SRE_LEAD', 3: 'RELEASE_MANAGER' }

const place = (line: number, column: number) => ({ file: 'content/80_chain/example/ka.md', line, column })

export const row = (number: number, over: Partial<PlacedTrackerRow> = {}): PlacedTrackerRow => ({
  number,
  title: `Workstream ${number}`,
  ownerRole: OWNERS[number] ?? 'PROGRAM_OWNER',
  targetDate: day('2026-03-10'),
  status: 'TODO',
  places: {
    number: place(number, 3),
    title: place(number, 7),
    ownerRole: place(number, 30),
    targetDate: place(number, 50),
    status: place(number, 65),
  },
  ...over,
})

export const baseline = (over: Partial<LedgerLine> = {}): LedgerLine => ({
  recordedAt: '2026-03-04T00:00:00+04:00',
  for: day('2026-03-06'),
  workstream: 1,
  kind: 'baseline',
  status: 'TODO',
  targetDate: day('2026-03-10'),
  by: DOCUMENT_OWNER,
  ...over,
})

/** By default: on the Friday of the baseline's week the owner says that work has begun. */
export const change = (over: Partial<LedgerLine> = {}): LedgerLine => ({
  ...baseline(),
  recordedAt: '2026-03-06T12:00:00+04:00',
  kind: 'change',
  status: 'IN_PROGRESS',
  by: 'LEDGER_ENGINEER',
  ...over,
})

export const confirm = (over: Partial<LedgerLine> = {}): LedgerLine =>
  change({ kind: 'confirm', status: 'TODO', ...over })

/** Lines as they stand in a file, one below the other. */
export const placed = (...lines: LedgerLine[]): PlacedLedgerLine[] =>
  lines.map((line, index) => ({ ...hashed(line), line: index + 1 }))
