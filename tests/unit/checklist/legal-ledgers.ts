import fc from 'fast-check'
import { addDays, dayInTbilisi, fridayOf, inTbilisi } from '#features/checklist/calendar-rules.ts'
import type { LedgerLine, LocalizedText } from '#features/checklist/ledger-model.ts'
import type { Status } from '#features/checklist/status-model.ts'
import { baseline, DOCUMENT_OWNER, row } from '#tests/unit/checklist/stories.ts'

export const ROWS = [row(1), row(2), row(3)]

const NEXT: Record<Status, readonly Status[]> = {
  TODO: ['TODO', 'IN_PROGRESS'],
  IN_PROGRESS: ['IN_PROGRESS', 'BLOCKED', 'DONE'],
  BLOCKED: ['BLOCKED', 'IN_PROGRESS'],
  DONE: ['DONE', 'IN_PROGRESS'],
}

const words: fc.Arbitrary<LocalizedText> = fc.record(
  { ka: fc.constantFrom('ვადა გადაიწია', 'მიზეზი'), en: fc.constantFrom('moved', '"quoted" \\ \n words') },
  { requiredKeys: ['ka'] },
)

const act = fc.record({
  workstream: fc.constantFrom(1, 2, 3),
  seconds: fc.integer({ min: 1, max: 3 * 86_400 }),
  confirms: fc.boolean(),
  /** Where it confirms: what held before the last change, as on a branch that lacks it. */
  overtaken: fc.boolean(),
  weeksBack: fc.nat({ max: 2 }),
  next: fc.nat({ max: 5 }),
  shift: fc.integer({ min: -5, max: 10 }),
  admin: fc.boolean(),
  note: words,
  reason: words,
  resolution: words,
})
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

function perform(done: Act, previous: LedgerLine, seen: LedgerLine, time: number): LedgerLine {
  const recordedAt = new Date(time)
  const week = fridayOf(dayInTbilisi(recordedAt))
  const past = addDays(week, -7 * done.weeksBack)
  const choices = NEXT[previous.status]
  const status = done.confirms ? seen.status : (choices[done.next % choices.length] ?? previous.status)
  const targetDate = done.confirms ? seen.targetDate : addDays(previous.targetDate, done.shift)
  const owner = ROWS.find(candidate => candidate.number === done.workstream)?.ownerRole ?? DOCUMENT_OWNER
  const left = !done.confirms && status !== previous.status
  const slips = !done.confirms && targetDate > previous.targetDate
  const needsReason = done.admin || slips || (left && previous.status === 'DONE')
  return {
    recordedAt: inTbilisi(recordedAt),
    for: done.confirms && past >= baseline().for ? past : week,
    workstream: done.workstream,
    kind: done.confirms ? 'confirm' : 'change',
    status,
    targetDate,
    by: done.admin ? 'GOVERNANCE_ADMIN' : owner,
    ...(left && status === 'BLOCKED' ? { note: done.note } : {}),
    ...(needsReason ? { reason: done.reason } : {}),
    ...(left && previous.status === 'BLOCKED' ? { resolution: done.resolution } : {}),
  }
}

/** Lines and more of them, each a while after the one before. */
function goOn(lines: readonly LedgerLine[], acts: readonly Act[], since: number): LedgerLine[] {
  const all = [...lines]
  let time = since
  for (const done of acts) {
    time += done.seconds * 1000
    const [previous, before] = all
      .filter(line => line.workstream === done.workstream && line.kind !== 'confirm')
      .toReversed()
    if (!previous) continue
    const isSeen = Date.parse(previous.recordedAt) >= time - 14 * 86_400_000
    const line = perform(done, previous, done.overtaken && isSeen ? (before ?? previous) : previous, time)
    const isSame = line.status === previous.status && line.targetDate === previous.targetDate
    if (line.kind === 'confirm' || !isSame) all.push(line)
  }
  return all
}

const BASELINES = ROWS.map(({ number }) => baseline({ workstream: number }))
const SINCE = Date.parse(baseline().recordedAt)

/** Ledgers of three workstreams that keep every rule, in the order recorded, no two lines at one instant. */
export const legalLedger: fc.Arbitrary<LedgerLine[]> = fc
  .array(act, { minLength: 1, maxLength: 40 })
  .map(acts => goOn(BASELINES, acts, SINCE))

/** A legal ledger, and two that went on from it apart, legal each for itself. */
export const legalBranches = fc
  .tuple(
    fc.array(act, { maxLength: 10 }),
    fc.array(act, { minLength: 1, maxLength: 6 }),
    fc.array(act, { minLength: 1, maxLength: 6 }),
  )
  .map(([before, one, other]) => {
    const base = goOn(BASELINES, before, SINCE)
    const since = Date.parse(base.at(-1)?.recordedAt ?? '')
    return { base, ours: goOn(base, one, since), theirs: goOn(base, other, since) }
  })
