import { createHash } from 'node:crypto'
import { isStricter } from '#features/access/class-model.ts'
import { inFoldOrder, recordedTime } from '#features/checklist/fold-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { lineHash } from '#features/checklist/ledger-rules.ts'
import type { ProjectedDocument } from '#features/ingest/projection-model.ts'

export const keyOf = ({ documentPath, hash }: { documentPath: string; hash: string }): string =>
  `${documentPath} ${hash}`

export type LineRow = ReturnType<typeof rowOf>
export type ProjectedNote = NonNullable<ReturnType<typeof noteOf>>

const hasWords = ({ note, reason, resolution }: RecordedLine): boolean =>
  note !== undefined || reason !== undefined || resolution !== undefined

const noteOf = (line: RecordedLine, { noteClass }: ProjectedDocument) =>
  hasWords(line) ? { ...wordsOf(line), class: noteClass } : null

const wordsOf = ({ note, reason, resolution }: Pick<RecordedLine, 'note' | 'reason' | 'resolution'>) => ({
  ...(note && { note }),
  ...(reason && { reason }),
  ...(resolution && { resolution }),
})

/**
 * A hash of what everybody may read of a line who may read the line: by its own hash, guessed words could be confirmed.
 * Lines of one workstream and instant may differ in their words alone; their rank tells them apart.
 */
function openHash(line: RecordedLine, rank: number): string {
  const { note: _note, reason: _reason, resolution: _resolution, ...open } = line
  const hash = lineHash(open)
  return rank === 0 ? hash : createHash('sha256').update(`${hash} ${rank}`).digest('hex')
}

function rowOf(line: RecordedLine, rank: number, document: ProjectedDocument) {
  const isWithheld = hasWords(line) && isStricter(document.noteClass, document.class)
  return {
    documentPath: document.path,
    hash: line.hash,
    shownHash: isWithheld ? openHash(line, rank) : line.hash,
    rank,
    recordedAt: new Date(line.recordedAt),
    forFriday: new Date(line.for),
    workstream: line.workstream,
    kind: line.kind,
    status: line.status,
    targetDate: new Date(line.targetDate),
    by: line.by,
    hasNote: line.note !== undefined,
    hasReason: line.reason !== undefined,
    hasResolution: line.resolution !== undefined,
    enteredAt: line.enteredAt === null ? null : new Date(line.enteredAt),
    class: document.class,
  }
}

/**
 * The rows of a document's ledger, each with that of its words; null where it has none. Neither their ranks nor their order
 * follow the hashes of lines that the fold does not have to put in order: by these, guesses of words could be ruled out.
 */
export function lineRowsOf(document: ProjectedDocument): { row: LineRow; note: ProjectedNote | null }[] {
  const lines = inFoldOrder(document.lines).toSorted(
    (a, b) => recordedTime(a) - recordedTime(b) || a.workstream - b.workstream,
  )
  const together = Map.groupBy(lines, line => `${recordedTime(line)} ${line.workstream}`)
  return [...together.values()].flatMap(lines =>
    lines.map((line, rank) => ({ row: rowOf(line, rank, document), note: noteOf(line, document) })),
  )
}
