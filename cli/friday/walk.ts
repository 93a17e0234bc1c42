import { showStanding } from '#cli/recording/show-plan.ts'
import type { Role } from '#features/access/role-model.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import type { Duty } from '#features/checklist/duty-rules.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { NEXT_STATUSES, type Status } from '#features/checklist/status-model.ts'
import type { Ask, Choice } from './ask.ts'
import { askWords } from './ask-words.ts'

/** What recordings would write in addition to those before; or why they cannot be made. */
export type Preview = (
  before: readonly Recording[],
  own: readonly Recording[],
) => Promise<{ isLegal: boolean; shown: string }>

interface Walk {
  readonly ask: Ask
  readonly by: Role
  readonly preview: Preview
}

const mayBe = <T extends object>(key: string, value: T | null) => (value === null ? {} : { [key]: value })

const checkDay = (text: string) => (parseDay(text) ? null : 'Expected a day of the calendar as YYYY-MM-DD.')

/** Whoever does not own the workstream says why they report on it. */
const isOther = (by: Role, { row }: Duty) => by !== row.ownerRole

async function askChange({ ask, by }: Walk, duty: Duty, friday: Day): Promise<Recording> {
  const { number: workstream } = duty.row
  const { status: before, targetDate: target } = duty.standing.held
  const choices = [before, ...NEXT_STATUSES[before]].map(
    (value): Choice<Status> => ({
      value,
      label: value === before ? `${value}, as it is` : value,
    }),
  )
  const status = await ask.choose('Status', choices)
  const targetDate = parseDay(await ask.write('Target date', target, checkDay)) ?? target
  const isBlocked = status === 'BLOCKED'
  const note = isBlocked ? await askWords(ask, 'What blocks it?', before !== 'BLOCKED') : null
  const isCleared = before === 'BLOCKED' && !isBlocked
  const resolution = isCleared ? await askWords(ask, 'How was the blocker removed?', true) : null
  const isReopened = before === 'DONE' && status !== 'DONE'
  const needsReason = targetDate > target || isReopened || isOther(by, duty)
  const reason = needsReason ? await askWords(ask, 'Why?', true) : null
  return {
    workstream,
    kind: 'change',
    by,
    for: friday,
    status,
    targetDate,
    ...mayBe('note', note),
    ...mayBe('reason', reason),
    ...mayBe('resolution', resolution),
  }
}

async function askConfirm({ ask, by }: Walk, duty: Duty, fridays: readonly Day[]): Promise<Recording[]> {
  if (fridays.length === 0) return []
  const reason = isOther(by, duty)
    ? await askWords(ask, 'Why do you confirm it in the owner’s place?', true)
    : null
  const { number: workstream } = duty.row
  return fridays.map(friday => ({ workstream, kind: 'confirm', by, for: friday, ...mayBe('reason', reason) }))
}

async function askMissed({ ask }: Walk, { missed }: Duty): Promise<readonly Day[]> {
  const newest = missed.at(-1)
  if (newest === undefined) return []
  const all: Choice<'all'>[] =
    missed.length > 1 ? [{ value: 'all', label: `all ${missed.length}, from ${missed[0]} on` }] : []
  const answer = await ask.choose(
    `Fridays without a report: ${missed.length}. Confirm late that nothing had changed?`,
    [{ value: 'none', label: 'no' }, { value: 'newest', label: `for ${newest}` }, ...all],
  )
  if (answer === 'none') return []
  return answer === 'all' ? missed : [newest]
}

async function askReport(walk: Walk, duty: Duty): Promise<Recording[]> {
  // Late ones first: they confirm what held before.
  const late = await askConfirm(walk, duty, await askMissed(walk, duty))
  if (duty.due === null) return late
  const answer = await walk.ask.choose(`For Friday ${duty.due}`, [
    { value: 'confirm', label: 'confirm: nothing changed' },
    { value: 'change', label: 'report a change' },
    { value: 'skip', label: 'skip for now' },
  ])
  if (answer === 'skip') return late
  if (answer === 'confirm') return [...late, ...(await askConfirm(walk, duty, [duty.due]))]
  return [...late, await askChange(walk, duty, duty.due)]
}

/**
 * Walks through what is owed, workstream by workstream, and shows what each answer writes; an answer that no rule lets
 * stand is asked for again.
 * @returns what to record, in order
 */
export async function walkDuties(walk: Walk, duties: readonly Duty[]): Promise<Recording[]> {
  const recordings: Recording[] = []
  for (const duty of duties) {
    walk.ask.tell([`${duty.row.number}. ${duty.row.title}`, ...showStanding(duty.standing)].join('\n'))
    for (;;) {
      const own = await askReport(walk, duty)
      if (own.length === 0) break
      const { isLegal, shown } = await walk.preview(recordings, own)
      walk.ask.tell(shown)
      if (!isLegal) continue
      recordings.push(...own)
      break
    }
  }
  return recordings
}
