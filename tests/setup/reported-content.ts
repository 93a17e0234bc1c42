import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { PROJECT } from '#cli/project.ts'
import type { Role } from '#features/access/role-model.ts'
import { impliedBaseline } from '#features/checklist/baseline-rules.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi, fridayOf } from '#features/checklist/calendar-rules.ts'
import { type LedgerLine, ledgerLineSchema } from '#features/checklist/ledger-model.ts'
import { formatLedgerLine } from '#features/checklist/ledger-rules.ts'
import { STATUS_SIGNS, type Status } from '#features/checklist/status-model.ts'
import { readText } from '#features/document/text-rules.ts'

const CHECKLIST = path.join('80_chain', 'no-rework-migration-checklist')
const LANGUAGES = ['ka', 'en'] as const

interface Report {
  /** Day and time in Tbilisi. */
  readonly at: string
  readonly workstream: number
  readonly by: Role
  /** Only what changes; nothing: confirmed. */
  readonly status?: Status
  readonly target?: string
  readonly note?: LedgerLine['note']
  readonly reason?: LedgerLine['reason']
  readonly resolution?: LedgerLine['resolution']
  /** The Friday before, when it is reported for that. */
  readonly for?: string
  /** Reported then, but committed a week later. */
  readonly isEnteredLater?: boolean
}

/** Three weeks of reports: kept and moved dates, a blocker raised and cleared, late, missed, reopened. */
const WEEKS: readonly { readonly friday: string; readonly reports: readonly Report[] }[] = [
  {
    friday: '2026-03-13',
    reports: [
      { at: '2026-03-09T10:00', workstream: 3, by: 'ORCHESTRATION_ENGINEER', status: 'IN_PROGRESS' },
      {
        at: '2026-03-10T11:30',
        workstream: 5,
        by: 'ORCHESTRATION_ENGINEER',
        status: 'IN_PROGRESS',
        target: '2026-03-20',
        reason: {
          ka: 'განმეორებითი მცდელობების ზღვრები ჯერ არ არის გაზომილი.',
          en: 'The limits of the retries have not been measured yet.',
        },
      },
      {
        at: '2026-03-11T16:20',
        workstream: 10,
        by: 'PLATFORM_ENGINEER',
        status: 'IN_PROGRESS',
        target: '2026-03-19',
        resolution: { ka: 'Terraform CLI დაყენებულია.', en: 'The Terraform CLI is installed.' },
        reason: { ka: 'შემოწმებას ერთი კვირა სჭირდება.', en: 'The validation takes a week.' },
      },
      { at: '2026-03-12T09:15', workstream: 6, by: 'SECURITY_OFFICER', status: 'IN_PROGRESS' },
      { at: '2026-03-13T12:00', workstream: 7, by: 'OBSERVABILITY_OWNER' },
      { at: '2026-03-13T17:45', workstream: 8, by: 'PLATFORM_ENGINEER' },
      { at: '2026-03-14T10:05', workstream: 9, by: 'RELEASE_MANAGER', for: '2026-03-13' },
    ],
  },
  {
    friday: '2026-03-20',
    reports: [
      { at: '2026-03-16T15:00', workstream: 3, by: 'ORCHESTRATION_ENGINEER', status: 'DONE' },
      {
        at: '2026-03-18T13:40',
        workstream: 6,
        by: 'SECURITY_OFFICER',
        status: 'BLOCKED',
        note: {
          ka: 'საიდუმლო მონაცემების მმართველზე წვდომა ჯერ არ არის გაცემული.',
          en: 'Access to the secrets manager has not been granted yet.',
        },
      },
      {
        at: '2026-03-19T18:10',
        workstream: 5,
        by: 'ORCHESTRATION_ENGINEER',
        target: '2026-03-27',
        reason: { en: 'The load test is repeated.' },
      },
      { at: '2026-03-19T11:00', workstream: 10, by: 'PLATFORM_ENGINEER', status: 'DONE' },
      { at: '2026-03-20T09:30', workstream: 7, by: 'OBSERVABILITY_OWNER', status: 'IN_PROGRESS' },
      { at: '2026-03-20T10:00', workstream: 8, by: 'PLATFORM_ENGINEER' },
      { at: '2026-03-20T10:20', workstream: 9, by: 'RELEASE_MANAGER' },
      { at: '2026-03-20T14:00', workstream: 11, by: 'GOVERNANCE_OFFICER' },
      { at: '2026-03-20T16:00', workstream: 12, by: 'PROGRAM_OWNER', isEnteredLater: true },
    ],
  },
  {
    friday: '2026-03-27',
    reports: [
      {
        at: '2026-03-24T12:30',
        workstream: 6,
        by: 'SECURITY_OFFICER',
        status: 'IN_PROGRESS',
        resolution: { ka: 'წვდომა გაცემულია.', en: 'Access has been granted.' },
      },
      { at: '2026-03-26T17:00', workstream: 5, by: 'ORCHESTRATION_ENGINEER', status: 'DONE' },
      {
        at: '2026-03-27T11:00',
        workstream: 3,
        by: 'GOVERNANCE_ADMIN',
        status: 'IN_PROGRESS',
        reason: {
          ka: 'შემოწმებამ ორმაგი შედეგი გამოავლინა.',
          en: 'The review found a duplicate effect.',
        },
      },
      { at: '2026-03-27T12:00', workstream: 7, by: 'OBSERVABILITY_OWNER' },
    ],
  },
]

/**
 * Makes a content folder that is a git repository of its own: the project's content, reported on for three Fridays,
 * each week committed on its Friday at 20:00 in Tbilisi.
 */
export function writeReportedContent(folder: string): void {
  fs.cpSync(path.join(PROJECT, 'content'), folder, { recursive: true })
  const commit = (at: string) => {
    const date = `${at}:00+04:00`
    const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
    const identity = ['-c', 'user.name=Owner', '-c', 'user.email=owner@example.org']
    execFileSync('git', ['add', '-A'], { cwd: folder, env })
    execFileSync('git', [...identity, 'commit', '-q', '-m', `Reports of ${at}`], { cwd: folder, env })
  }
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder })
  commit('2026-03-04T09:00')
  const checklist = path.join(folder, CHECKLIST)
  const state = new Map(baselineOf(checklist).map(line => [line.workstream, line]))
  append(checklist, [...state.values()])
  let held: LedgerLine[] = []
  for (const { friday, reports } of WEEKS) {
    const lines = reports.map(report => {
      const line = lineOf(report, state.get(report.workstream))
      state.set(line.workstream, line)
      return { line, isEnteredLater: report.isEnteredLater === true }
    })
    append(checklist, held)
    append(
      checklist,
      lines.flatMap(({ line, isEnteredLater }) => (isEnteredLater ? [] : [line])),
    )
    held = lines.flatMap(({ line, isEnteredLater }) => (isEnteredLater ? [line] : []))
    for (const { line } of lines) for (const locale of LANGUAGES) edit(checklist, locale, line)
    commit(`${friday}T20:00`)
  }
}

const append = (checklist: string, lines: readonly LedgerLine[]): void =>
  fs.appendFileSync(
    path.join(checklist, 'change-log.jsonl'),
    lines.map(line => `${formatLedgerLine(line)}\n`).join(''),
  )

function baselineOf(checklist: string): readonly LedgerLine[] {
  const { text } = readText('ka.md', fs.readFileSync(path.join(checklist, 'ka.md'), 'utf8'))
  return impliedBaseline(text?.tracker ?? [], dayOf('2026-03-04'), 'CHAIN_OFFICER').map(
    ({ hash: _, ...line }) => line,
  )
}

function lineOf(report: Report, before: LedgerLine | undefined): LedgerLine {
  const { status = before?.status, target = before?.targetDate, note, reason, resolution } = report
  const recordedAt = `${report.at}:00+04:00`
  return ledgerLineSchema.parse({
    recordedAt,
    for: report.for ?? fridayOf(dayInTbilisi(new Date(recordedAt))),
    workstream: report.workstream,
    kind: report.status || report.target ? 'change' : 'confirm',
    status,
    targetDate: target,
    by: report.by,
    note,
    reason,
    resolution,
  })
}

/** Rewrites a row of the table, and the blocker note of its section. */
function edit(checklist: string, locale: (typeof LANGUAGES)[number], line: LedgerLine): void {
  const file = path.join(checklist, `${locale}.md`)
  const { workstream, targetDate, status, note } = line
  const row = new RegExp(`^(\\| ${workstream} \\|.*\\|) \\d{4}-\\d\\d-\\d\\d \\| .* \\|$`, 'm')
  const heading = new RegExp(`^## ${workstream}\\. .*$`, 'm')
  let text = fs
    .readFileSync(file, 'utf8')
    .replace(row, (_, start: string) => `${start} ${targetDate} | ${STATUS_SIGNS[status]} ${status} |`)
  const section = (text.split(heading)[1] ?? '').split(/^## /m)[0] ?? ''
  text = text.replace(section, section.replace(/^> 🔴 BLOCKED.*\n(?:>.*\n)*\n?/m, ''))
  if (note)
    text = text.replace(
      heading,
      found => `${found}\n\n> 🔴 BLOCKED: ${note[locale] ?? Object.values(note)[0]}`,
    )
  fs.writeFileSync(file, text)
}

function dayOf(text: string): Day {
  const day = parseDay(text)
  if (day === null) throw new RangeError(text)
  return day
}
