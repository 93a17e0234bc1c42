import { dayInTbilisi, fridayOf, inTbilisi } from '#features/checklist/calendar-rules.ts'
import { fold, inFoldOrder, recordedTime } from '#features/checklist/fold-rules.ts'
import { readLedgerLine } from '#features/checklist/ledger-line-rules.ts'
import type { HashedLedgerLine, LocalizedText } from '#features/checklist/ledger-model.ts'
import { formatLedgerLine, hashed } from '#features/checklist/ledger-rules.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { workstreamUnknown } from '#features/checklist/rules/workstream-unknown.ts'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const NOTHING_CHANGES: Rule = {
  code: 'change-changes-nothing',
  severity: 'error',
  mend: 'Give another status or target date, or a note; where nothing changed, confirm it with `mza confirm`.',
}

const SECOND_MS = 1000

/** What holds of a workstream, and since when. */
export interface Standing {
  readonly newest: HashedLedgerLine
  /** Words of the open blocker, where the ledger has them. */
  readonly note: LocalizedText | null
}

/** What lines, a baseline first, say of a workstream up to their newest; null where they say nothing of it. */
export function standingOf(lines: readonly HashedLedgerLine[], workstream: number): Standing | null {
  const own = inFoldOrder(lines.filter(line => line.workstream === workstream))
  const newest = own.at(-1)
  if (!newest) return null
  const state = fold(own, dayInTbilisi(new Date(newest.recordedAt))).get(workstream)
  const blockage = newest.status === 'BLOCKED' ? state?.blockages.at(-1) : undefined
  return { newest, note: blockage?.note ?? null }
}

/** The instant a line is recorded at: now, to the second, or a second after the newest one of its workstream. */
const instantAfter = (newest: HashedLedgerLine, now: Date): Date => {
  const second = Math.floor(now.getTime() / SECOND_MS) * SECOND_MS
  return new Date(Math.max(second, Math.floor(recordedTime(newest) / SECOND_MS) * SECOND_MS + SECOND_MS))
}

const sameWords = (a: LocalizedText | null | undefined, b: LocalizedText | null | undefined) =>
  JSON.stringify(Object.entries(a ?? {}).toSorted()) === JSON.stringify(Object.entries(b ?? {}).toSorted())

function lineOf(recording: Recording, { newest }: Standing, now: Date): string {
  const recordedAt = instantAfter(newest, now)
  const { workstream, kind, status, targetDate, note, reason, resolution, by } = recording
  return formatLedgerLine({
    recordedAt: inTbilisi(recordedAt),
    for: recording.for ?? fridayOf(dayInTbilisi(recordedAt)),
    workstream,
    kind,
    status: status ?? newest.status,
    targetDate: targetDate ?? newest.targetDate,
    by,
    ...(note ? { note } : {}),
    ...(reason ? { reason } : {}),
    ...(resolution ? { resolution } : {}),
  })
}

function changesNothing(line: HashedLedgerLine, { newest, note }: Standing): boolean {
  if (line.kind !== 'change') return false
  const isNoted = line.note !== undefined && !sameWords(line.note, note)
  return line.status === newest.status && line.targetDate === newest.targetDate && !isNoted
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
    if (changesNothing(line, standing)) {
      const { status, targetDate } = line
      wrong(
        NOTHING_CHANGES,
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
    if (line.status === 'BLOCKED') {
      if (line.note) notes.set(line.workstream, line.note)
    } else if (before?.newest.status === 'BLOCKED') notes.set(line.workstream, null)
  }
  return notes
}
