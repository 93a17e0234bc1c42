import { isRole, type Role } from '#features/access/role-model.ts'
import { noteWords } from '#features/checklist/blocker-note-rules.ts'
import { dayInTbilisi, fridayOf, inTbilisi } from '#features/checklist/calendar-rules.ts'
import { fold, inFoldOrder, recordedOn } from '#features/checklist/fold-rules.ts'
import type { HashedLedgerLine, LocalizedText } from '#features/checklist/ledger-model.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { type LineText, type LineTexts, missingLines } from '#features/checklist/missing-lines-rules.ts'
import { recordedLines } from '#features/checklist/recording-rules.ts'
import { standingLines } from '#features/checklist/standing-lines-rules.ts'
import { NEXT_STATUSES } from '#features/checklist/status-model.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'
import { type Diagnostic, hasErrors, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { blockerNoteOf } from '#features/document/blocker-rules.ts'
import type { ReadDocument } from '#features/document/read-model.ts'

const NO_WAY: Rule = {
  code: 'status-transition',
  severity: 'error',
  mend: 'Let `mza resolve` put back what the ledger says, or write a status that can follow.',
}

/** What the ledger lacks for a row that says other than it. */
export interface Proposal {
  readonly row: PlacedTrackerRow
  /** What the ledger says; null where it has no line of the workstream. */
  readonly state: WorkstreamState | null
  readonly lines: readonly HashedLedgerLine[]
  /** Texts that the lines still need. */
  readonly needed: readonly LineText[]
}

/** For whom, and with which texts, lines are proposed. */
export interface ProposalRequest {
  /** Who records; null: the owner of each workstream. */
  readonly by: Role | null
  /** Number of the one workstream meant; null: all. */
  readonly workstream: number | null
  readonly given: LineTexts
  readonly now: Date
}

/** The blocker note that the texts have of a workstream, by language. */
function writtenNote({ sources }: ReadDocument, number: number): LocalizedText | undefined {
  const words = sources.flatMap(({ locale, sections }) => {
    const note = sections
      .filter(section => section.number === number)
      .map(blockerNoteOf)
      .find(Boolean)
    return note ? [[locale, noteWords(note)] as const] : []
  })
  return words.length > 0 ? Object.fromEntries(words) : undefined
}

/** The first line of a workstream that is new in the table. */
function baselineOf(
  { number, status, targetDate }: PlacedTrackerRow,
  by: Role,
  { given, now }: ProposalRequest,
) {
  return hashed({
    recordedAt: inTbilisi(now),
    for: fridayOf(dayInTbilisi(now)),
    workstream: number,
    kind: 'baseline',
    status,
    targetDate,
    by,
    ...(by === 'GOVERNANCE_ADMIN' && given.reason ? { reason: given.reason } : {}),
  })
}

/**
 * The lines by which the ledger of a hand-edited checklist would say what its authoritative table says.
 * @returns one proposal a row that differs and that the role may record
 */
export function proposalsFor(
  document: ReadDocument,
  request: ProposalRequest,
): { proposals: readonly Proposal[]; diagnostics: readonly Diagnostic[] } {
  const { by, workstream, given, now } = request
  const standing = standingLines(document)
  if (hasErrors(standing.diagnostics)) return { proposals: [], diagnostics: standing.diagnostics }
  const known = inFoldOrder(standing.lines)
  const newest = known.at(-1)
  const states = newest ? fold(known, recordedOn(newest)) : new Map<number, WorkstreamState>()
  const { rows, facts } = document.authoritative
  const ownRole = facts.metadata.ownerRole
  const documentOwner = ownRole !== null && isRole(ownRole) ? ownRole : null
  const mayRecord = (owner: Role | null) => by === null || by === owner || by === 'GOVERNANCE_ADMIN'
  const proposals: Proposal[] = []
  const diagnostics: Diagnostic[] = []
  for (const row of (rows ?? []).filter(({ number }) => workstream === null || number === workstream)) {
    const state = states.get(row.number) ?? null
    if (!state) {
      const recorder = by ?? documentOwner
      if (recorder && mayRecord(documentOwner))
        proposals.push({ row, state, lines: [baselineOf(row, recorder, request)], needed: [] })
      continue
    }
    const note = given.note ?? writtenNote(document, row.number)
    const texts = note ? { ...given, note } : given
    const missing = mayRecord(row.ownerRole) ? missingLines(row, state, texts, by ?? row.ownerRole) : null
    if (!missing) continue
    if (missing.recordings.length === 0) {
      const next = NEXT_STATUSES[state.status].join(' or ')
      const found = `expected ${next} after ${state.status}, found ${row.status}, to which no status leads`
      diagnostics.push(report(NO_WAY, row.places.status, found))
      continue
    }
    const placeOf = () => row.places.number
    const recorded = recordedLines(missing.recordings, known, { now, placeOf })
    diagnostics.push(...recorded.diagnostics)
    proposals.push({ row, state, lines: recorded.lines, needed: missing.needed })
  }
  return { proposals, diagnostics }
}
