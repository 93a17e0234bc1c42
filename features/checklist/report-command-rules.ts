import type { OwnerRole } from '#features/access/role-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import { LINE_TEXTS } from '#features/checklist/missing-lines-rules.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import type { Status } from '#features/checklist/status-model.ts'

/** A report to make, and what its maker has before their eyes. */
export interface ReportToMake {
  readonly number: number
  readonly ownerRole: OwnerRole
  readonly status: Status
  readonly targetDate: Day
  /** What the document's files hold (`documentHash`); null where its maker may not know: whatever they hold. */
  readonly expected: string | null
  /** Path of the checklist; undefined: the first. */
  readonly document?: string
}

const MZA = 'npm run -s mza --'

/** What usually comes after a status. */
const NEXT: Record<Status, Status> = {
  TODO: 'IN_PROGRESS',
  IN_PROGRESS: 'DONE',
  BLOCKED: 'IN_PROGRESS',
  DONE: 'IN_PROGRESS',
}

/** Texts that the rules ask for when a status is left, to be filled in. */
const WORDS: Record<Status, string> = {
  TODO: '',
  IN_PROGRESS: '',
  BLOCKED: ' --resolution-ka "…" --resolution-en "…"',
  DONE: ' --reason-ka "…" --reason-en "…"',
}

/** Words as a POSIX shell takes them whole. */
const quoted = (words: string): string => `'${words.replaceAll("'", "'\\''")}'`

/** A path as every shell takes it; most need nothing. */
const inDocument = (path: string | undefined): string[] =>
  path === undefined ? [] : [`--document ${/^\w[\w./-]*$/.test(path) ? path : quoted(path)}`]

const ending = ({ ownerRole, expected, document }: ReportToMake): string =>
  [`--as ${ownerRole}`, ...inDocument(document), ...(expected === null ? [] : [`--expect ${expected}`])].join(
    ' ',
  )

/** The command that reports that nothing has changed. */
export const confirmCommand = (report: ReportToMake): string =>
  `${MZA} confirm ${report.number} ${ending(report)}`

/** The command that reports the next status with the date that holds now: its maker changes what differs. */
export const updateCommand = (report: ReportToMake): string =>
  `${MZA} update ${report.number} --status ${NEXT[report.status]} --target ${report.targetDate}${WORDS[report.status]} ${ending(report)}`

/**
 * One line that confirms several workstreams of a checklist, and stops where one is refused. The first alone expects the
 * files as they were seen: it changes them for the others.
 */
export const confirmEachCommand = (reports: readonly ReportToMake[]): string =>
  reports
    .map((report, index) => confirmCommand(index === 0 ? report : { ...report, expected: null }))
    .join(' && ')

/** The command that asks for everything that a role owes in a checklist. */
export const walkCommand = (role: OwnerRole, document: string): string =>
  [`${MZA} friday --as ${role}`, ...inDocument(document)].join(' ')

/**
 * The command that makes a recording.
 * @param document path of the checklist; undefined: the first
 */
export function recordingCommand(recording: Recording, document: string | undefined): string {
  const { kind, workstream, status, targetDate, by, for: friday } = recording
  const texts = LINE_TEXTS.flatMap(name =>
    Object.entries(recording[name] ?? {}).map(([locale, words]) => `--${name}-${locale} ${quoted(words)}`),
  )
  return [
    `${MZA} ${kind === 'change' ? 'update' : kind} ${workstream}`,
    ...(status ? [`--status ${status}`] : []),
    ...(targetDate ? [`--target ${targetDate}`] : []),
    ...texts,
    ...(friday ? [`--for ${friday}`] : []),
    `--as ${by}`,
    ...inDocument(document),
  ].join(' ')
}
