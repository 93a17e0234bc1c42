import { dayInTbilisi, fridayOf, inTbilisi } from '#features/checklist/calendar-rules.ts'
import { fold, inFoldOrder, isHolding, recordedTime } from '#features/checklist/fold-rules.ts'
import { readLedgerLine } from '#features/checklist/ledger-line-rules.ts'
import type { HashedLedgerLine, LocalizedText } from '#features/checklist/ledger-model.ts'
import { formatLedgerLine, hashed } from '#features/checklist/ledger-rules.ts'
import { isNews } from '#features/checklist/news-rules.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { changeChangesNothing } from '#features/checklist/rules/change-changes-nothing.ts'
import { workstreamUnknown } from '#features/checklist/rules/workstream-unknown.ts'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const SECOND_MS = 1000

/** What holds of a workstream, and since when. */
export interface Standing {
  readonly newest: HashedLedgerLine
  /** The line whose status and date hold: the newest that is no confirm. */
  readonly held: HashedLedgerLine
  /** Words of the open blocker, where the ledger has them. */
  readonly note: LocalizedText | null
}

/** What lines, a baseline first, say of a workstream up to their newest; null where they say nothing of it. */
export function standingOf(lines: readonly HashedLedgerLine[], workstream: number): Standing | null {
  const own = inFoldOrder(lines.filter(line => line.workstream === workstream))
  const newest = own.at(-1)
  if (!newest) return null
  const state = fold(own, dayInTbilisi(new Date(newest.recordedAt))).get(workstream)
  const held = own.findLast(isHolding) ?? newest
  const blocker = state ? openBlocker(state) : null
  return { newest, held, note: blocker?.note ?? null }
}

/** The instant a line is recorded at: now, to the second, or a second after the newest one of its workstream. */
const instantAfter = (newest: HashedLedgerLine, now: Date): Date => {
  const second = Math.floor(now.getTime() / SECOND_MS) * SECOND_MS
  return new Date(Math.max(second, Math.floor(recordedTime(newest) / SECOND_MS) * SECOND_MS + SECOND_MS))
}

function lineOf(recording: Recording, { newest, held }: Standing, now: Date): string {
  const recordedAt = instantAfter(newest, now)
  const { workstream, kind, status, targetDate, note, reason, resolution, by } = recording
  return formatLedgerLine({
    recordedAt: inTbilisi(recordedAt),
    for: recording.for ?? fridayOf(dayInTbilisi(recordedAt)),
    workstream,
    kind,
    status: status ?? held.status,
    targetDate: targetDate ?? held.targetDate,
    by,
    ...(note ? { note } : {}),
    ...(reason ? { reason } : {}),
    ...(resolution ? { resolution } : {}),
  })
}

/**
 * The ledger lines that recordings become, in the order in which they are to be folded. Whether they may follow on the
 * lines before is for the rules of the ledger to say.
 * @param known lines of the ledger, or of its implied baseline
 * @param placeOf where the line of the recording with an index would stand
 */
export function recordedLines(
  recordings: readonly Recording[],
  known: readonly HashedLedgerLine[],
  { now, placeOf }: { now: Date; placeOf: (index: number) => Place },
): { lines: readonly HashedLedgerLine[]; diagnostics: readonly Diagnostic[] } {
  const lines: HashedLedgerLine[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, recording] of recordings.entries()) {
    const { workstream } = recording
    const standing = standingOf([...known, ...lines], workstream)
    const wrong = (rule: Rule, message: string) => diagnostics.push(report(rule, placeOf(index), message))
    if (!standing) {
      wrong(
        workstreamUnknown.rule,
        `expected a workstream of the tracker, found ${workstream}, which has no row`,
      )
      continue
    }
    const read = readLedgerLine(lineOf(recording, standing, now))
    if (!('recordedAt' in read)) {
      for (const { rule, message } of read) wrong(rule, message)
      continue
    }
    const line = hashed(read)
    // The rule would let it pass for the same change made on another branch; here it is known what holds.
    if (line.kind === 'change' && !isNews(line, standing.held, standing.note)) {
      const { status, targetDate } = line
      wrong(
        changeChangesNothing.rule,
        `expected a change of workstream ${workstream}, found ${status} ${targetDate} as before`,
      )
    }
    lines.push(line)
  }
  return { lines, diagnostics }
}

/** What becomes of the blocker notes: new words by language, or null where the blocker is gone. */
export function notesAfter(
  known: readonly HashedLedgerLine[],
  lines: readonly HashedLedgerLine[],
): ReadonlyMap<number, LocalizedText | null> {
  const notes = new Map<number, LocalizedText | null>()
  for (const [index, line] of lines.entries()) {
    const before = standingOf([...known, ...lines.slice(0, index)], line.workstream)
    if (!isHolding(line) && line.status !== before?.held.status) continue
    if (line.status === 'BLOCKED') {
      if (line.note) notes.set(line.workstream, line.note)
    } else if (before?.held.status === 'BLOCKED') notes.set(line.workstream, null)
  }
  return notes
}
