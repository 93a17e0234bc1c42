import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { PROJECT } from '#cli/project.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { addDays, fridayOf } from '#features/checklist/calendar-rules.ts'
import { type LedgerLine, ledgerLineSchema } from '#features/checklist/ledger-model.ts'
import { formatLedgerLine } from '#features/checklist/ledger-rules.ts'
import { STATUS_SIGNS, type Status } from '#features/checklist/status-model.ts'
import type { TrackerRow } from '#features/checklist/tracker-model.ts'
import { readText } from '#features/document/text-rules.ts'

/** Path of the checklist that the record is of. */
export const CHECKLIST = '80_chain/no-rework-migration-checklist'
const LANGUAGES = ['ka', 'en'] as const

/** Far enough back for 10,000 lines, a Friday each, to lie in the past. */
const BASELINE = '2010-06-02'

const words = (ka: string, en: string, turn: number) => ({ ka: `${ka} (${turn})`, en: `${en} (${turn})` })

/** A quarter of a year, week by week: what an owner reports; where nothing stands, that nothing changed. */
const SEASON: Readonly<Record<number, (turn: number, before: LedgerLine) => Partial<LedgerLine>>> = {
  0: (turn, { status }) => ({
    status: 'IN_PROGRESS',
    ...(status === 'DONE' && { reason: words('საჭიროა განმეორება.', 'It has to be done again.', turn) }),
  }),
  3: (turn, { targetDate }) => ({
    targetDate: addDays(targetDate, 91),
    reason: words('სამუშაოს მოცულობა გაიზარდა.', 'There is more to do than was known.', turn),
  }),
  5: turn => ({ status: 'BLOCKED', note: words('წვდომა არ არის გაცემული.', 'Access is not granted.', turn) }),
  8: turn => ({
    status: 'IN_PROGRESS',
    resolution: words('წვდომა გაცემულია.', 'Access is granted.', turn),
  }),
  11: () => ({ status: 'DONE' }),
}
const SEASON_WEEKS = 13

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new RangeError(text)
  return day
}

const baselineOf = ({ number }: TrackerRow): LedgerLine => ({
  recordedAt: `${BASELINE}T00:00:00+04:00`,
  for: fridayOf(dayOf(BASELINE)),
  workstream: number,
  kind: 'baseline',
  status: 'TODO',
  targetDate: addDays(dayOf(BASELINE), 60),
  by: 'CHAIN_OFFICER',
})

function reportOf(turn: number, { number, ownerRole }: TrackerRow, before: LedgerLine): LedgerLine {
  const friday = addDays(before.for, 7)
  const { note, reason, resolution, ...held } = before
  const changes = SEASON[turn % SEASON_WEEKS]?.(turn, before)
  return ledgerLineSchema.parse({
    ...held,
    recordedAt: `${friday}T12:${String(number).padStart(2, '0')}:00+04:00`,
    for: friday,
    kind: changes ? 'change' : 'confirm',
    by: ownerRole,
    ...changes,
  })
}

/** A baseline, then Friday after Friday a line a workstream, every one of them within the rules. */
function linesOf(rows: readonly TrackerRow[], count: number): LedgerLine[] {
  const lines = rows.map(baselineOf)
  for (let turn = 0; lines.length < count; turn++)
    for (const row of rows) {
      const before = lines[lines.length - rows.length]
      if (before && lines.length < count) lines.push(reportOf(turn, row, before))
    }
  return lines
}

/** The text with what the lines say last in its table, and a note for who is blocked. */
const withState = (text: string, lines: readonly LedgerLine[]): string =>
  lines.reduce((edited, { workstream, targetDate, status }) => {
    const row = new RegExp(`^(\\| ${workstream} \\|.*\\|) \\d{4}-\\d\\d-\\d\\d \\| .* \\|$`, 'm')
    const heading = new RegExp(`^## ${workstream}\\. .*$`, 'm')
    const sign: string = STATUS_SIGNS[status satisfies Status]
    const told = edited.replace(row, `$1 ${targetDate} | ${sign} ${status} |`)
    return status === 'BLOCKED' ? told.replace(heading, '$&\n\n> 🔴 BLOCKED: Access is not granted.') : told
  }, text)

/**
 * Makes a content folder, a git repository of its own: the project's content, its checklist's twelve owners having
 * reported every Friday since 2010 until the ledger has so many lines. The same each time.
 * @param count at least one a workstream
 */
export function writeLongRecord(folder: string, count: number): void {
  fs.cpSync(path.join(PROJECT, 'content'), folder, { recursive: true })
  const checklist = path.join(folder, CHECKLIST)
  const { text } = readText('ka.md', fs.readFileSync(path.join(checklist, 'ka.md'), 'utf8'))
  const rows = text?.tracker ?? []
  const lines = linesOf(rows, count)
  const ledger = lines.map(line => `${formatLedgerLine(line)}\n`).join('')
  fs.writeFileSync(path.join(checklist, 'change-log.jsonl'), ledger)
  for (const locale of LANGUAGES) {
    const file = path.join(checklist, `${locale}.md`)
    fs.writeFileSync(file, withState(fs.readFileSync(file, 'utf8'), lines.slice(-rows.length)))
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' })
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('-c', 'user.name=Owner', '-c', 'user.email=owner@example.org', 'commit', '-q', '-m', 'Reports')
}
