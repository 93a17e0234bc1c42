import { carryOut, planOrRefuse } from '#cli/recording/carry-out.ts'
import { type OpenChecklist, openChecklist } from '#cli/recording/open-checklist.ts'
import { Options, type Typed } from '#cli/recording/read-options.ts'
import { ownRoles } from '#cli/recording/recorder.ts'
import { showPlan } from '#cli/recording/show-plan.ts'
import { ownWorkplace, type Workplace } from '#cli/recording/workplace.ts'
import type { Role } from '#features/access/role-model.ts'
import { dayInTbilisi, fridayOf } from '#features/checklist/calendar-rules.ts'
import { type Duty, dutiesOf } from '#features/checklist/duty-rules.ts'
import { planRecordings } from '#features/checklist/recording-ingest.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { recordingCommand } from '#features/checklist/report-command-rules.ts'
import { formatDiagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { Failure } from '#scripts/failure.js'
import type { Ask } from './ask.ts'
import { terminal } from './terminal.ts'
import { type Preview, walkDuties } from './walk.ts'

const previewOf =
  (checklist: OpenChecklist, now: Date): Preview =>
  async (before, own) => {
    const earlier = before.length > 0 ? (await planRecordings(checklist, before, now)).plan : null
    const { plan, diagnostics } = await planRecordings(checklist, [...before, ...own], now)
    const found = diagnostics.map(formatDiagnostic)
    if (!plan) return { isLegal: false, shown: ['This cannot be recorded:', ...found].join('\n') }
    return { isLegal: true, shown: ['This will be written:', showPlan(plan, earlier), ...found].join('\n') }
  }

async function askRole(ask: Ask, checklist: OpenChecklist, duties: readonly Duty[]): Promise<Role> {
  const owing = [...new Set(duties.map(({ row }) => row.ownerRole))]
  const { roles } = await ownRoles(checklist)
  const choices = owing.map(value => ({
    value,
    label: `${value}: ${duties
      .filter(({ row }) => row.ownerRole === value)
      .map(({ row }) => row.number)
      .join(', ')}`,
  }))
  return ask.choose<Role>(
    'Which role do you report for?',
    choices,
    owing.find(role => roles.includes(role)),
  )
}

/** All that was typed, in a form that can be used again. */
const answersKept = (recordings: readonly Recording[], document: string | undefined): string =>
  [
    'Your answers are not written. As commands they are:',
    ...recordings.map(recording => `  ${recordingCommand(recording, document)}`),
    '',
  ].join('\n')

/** Asks the owner of a role for each report that it owes, and writes all of them or none. */
export async function reportFriday(
  typed: Typed,
  signal: AbortSignal,
  ask: Ask,
  workplace: Workplace = ownWorkplace(),
): Promise<void> {
  const { as, document, isDryRun } = new Options(typed).recording('1')
  const now = new Date()
  const checklist = await openChecklist(workplace.environment.contentFolder, document, now)
  const today = dayInTbilisi(now)
  const duties = dutiesOf(checklist.rows, checklist.lines, today)
  if (duties.length === 0) return ask.tell(`Nobody owes a report for Friday ${fridayOf(today)}.`)
  const by = as ?? (await askRole(ask, checklist, duties))
  const own = duties.filter(({ row }) => by === 'GOVERNANCE_ADMIN' || row.ownerRole === by)
  if (own.length === 0) return ask.tell(`${by} owes no report for Friday ${fridayOf(today)}.`)
  const recordings = await walkDuties({ ask, by, preview: previewOf(checklist, now) }, own)
  if (recordings.length === 0) return ask.tell('There is nothing to record.')
  if (!isDryRun && !(await ask.agree(`Write all of it? (reports: ${recordings.length})`)))
    return ask.tell('Nothing is written.')
  // Recorded when the owner says so, which may be long after the first question.
  const keep = () => console.error(answersKept(recordings, document))
  const plan = await planOrRefuse(checklist, recordings, new Date()).catch(error => {
    keep()
    throw error
  })
  await carryOut(plan, isDryRun, workplace, signal, keep)
}

/** The same at the terminal. */
export async function reportFridayHere(typed: Typed, signal: AbortSignal): Promise<void> {
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new Failure(
      'mza friday asks questions, and there is no terminal here to ask them at.',
      'Record with mza update <n> or mza confirm <n>; their --help names the options.',
    )
  await reportFriday(typed, signal, terminal(signal))
}
