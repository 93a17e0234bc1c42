import type { ContentClass } from '#features/access/class-model.ts'
import { isRole, type Role } from '#features/access/role-model.ts'
import { impliedBaseline } from '#features/checklist/baseline-rules.ts'
import { blockerNote } from '#features/checklist/blocker-note-rules.ts'
import { endOfDay, fridayOf } from '#features/checklist/calendar-rules.ts'
import type { ChecklistView, WorkstreamView } from '#features/checklist/checklist-model.ts'
import { inFoldOrder } from '#features/checklist/fold-rules.ts'
import { fridayState } from '#features/checklist/friday-rules.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import { openBlocker } from '#features/checklist/open-blocker-rules.ts'
import { overdueDays } from '#features/checklist/overdue-rules.ts'
import { readiness } from '#features/checklist/readiness-rules.ts'
import { readLedger } from '#features/checklist/record-queries.ts'
import { recordThen } from '#features/checklist/record-then-rules.ts'
import { targetMoves } from '#features/checklist/target-move-rules.ts'
import type { Blockage, WorkstreamState } from '#features/checklist/workstream-model.ts'
import { blockerNoteOf } from '#features/document/blocker-rules.ts'
import { readDocument } from '#features/document/document-queries.ts'
import { localeOf } from '#features/document/document-rows.ts'
import type { DocumentView, ShownSection, TitledTrackerRow } from '#features/document/document-view-model.ts'
import { readRuns } from '#features/evidence/runs-queries.ts'
import { countingFindings, evidenceOf } from '#features/evidence/verdict-rules.ts'
import { witnessedFindings } from '#features/evidence/witness-queries.ts'
import { authoritativeLocale } from '#features/localization/authority-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** The checklist that the first page shows, as a day ended. */
export async function readFirstChecklist(
  locale: Locale,
  asOf: AsOf,
): Promise<ChecklistView | 'no-record-yet' | null> {
  for (const path of await readChecklistPaths()) {
    const checklist = await readChecklist(path, locale, asOf)
    if (checklist !== null) return checklist
  }
  return null
}

/** Paths of the checklists the reader may see, the portal's first one first. */
export async function readChecklistPaths(): Promise<string[]> {
  const database = await viewDatabase()
  // Asked of the workstreams first: most documents are no checklist.
  const named = await database.workstream.findMany({
    distinct: ['documentPath'],
    select: { documentPath: true },
  })
  const documents = await database.document.findMany({
    where: {
      path: { in: named.map(({ documentPath }) => documentPath) },
      standingTexts: { some: { isCurrent: true, revision: { trackerRows: { some: {} } } } },
    },
    orderBy: [{ category: { position: 'asc' } }, { position: 'asc' }, { path: 'asc' }],
    include: {
      standingTexts: {
        where: { isCurrent: true },
        select: { locale: true, revision: { select: { _count: { select: { trackerRows: true } } } } },
      },
    },
  })
  return documents.filter(isChecklist).map(document => document.path)
}

/** Whether the authoritative text has a tracker; what a translation has does not count. */
function isChecklist(document: {
  sourceLocale: string
  standingTexts: { locale: string; revision: { _count: { trackerRows: number } } }[]
}): boolean {
  const locales = document.standingTexts.map(text => localeOf(text.locale))
  const prevailing = authoritativeLocale(locales, localeOf(document.sourceLocale))
  const authoritative = document.standingTexts.find(text => text.locale === prevailing)
  return authoritative !== undefined && authoritative.revision._count.trackerRows > 0
}

/** Addresses below `/docs/` of every workstream of the checklists as they stand now. */
export async function readWorkstreamAddresses(): Promise<string[]> {
  const rows = await (await viewDatabase()).trackerRow.findMany({
    where: { revision: { standing: { is: { isCurrent: true } } } },
    distinct: ['documentPath', 'number'],
    orderBy: [{ documentPath: 'asc' }, { number: 'asc' }],
    select: { documentPath: true, number: true },
  })
  return rows.map(row => `${row.documentPath}/${row.number}`)
}

/** A checklist as a day ended; null where there is none to see, `no-record-yet` for a day before its baseline. */
export async function readChecklist(
  path: string,
  locale: Locale,
  asOf: AsOf,
): Promise<ChecklistView | 'no-record-yet' | null> {
  const document = await readDocument(path, locale, asOf)
  return document?.isChecklist ? viewOf(document, locale, asOf) : null
}

/** What every page about a checklist needs of a document already opened. */
export async function viewOf(
  document: DocumentView,
  locale: Locale,
  asOf: AsOf,
): Promise<ChecklistView | 'no-record-yet'> {
  const [written, runs] = await Promise.all([readLedger(document.path), readRuns(asOf)])
  const { lines, linesOf, states } = recordThen(written.length > 0 ? written : baselineOf(document), asOf.day)
  if (states.size === 0) return 'no-record-yet'
  const counting = await witnessedFindings(countingFindings(runs))
  const workstreams = document.tracker.flatMap(row => {
    const state = states.get(row.number)
    if (!state) return []
    const mapped = document.evidenceMapping.workstreams.find(({ number }) => number === row.number)
    const evidence = evidenceOf(mapped ?? null, counting, endOfDay(asOf.day))
    return [{ ...workstreamOf(row, state, linesOf.get(row.number) ?? [], document, locale, asOf), evidence }]
  })
  return {
    document,
    workstreams,
    readiness: readiness(workstreams, document),
    environmentOfRun: new Map(runs.map(({ run, environment }) => [run.runId, environment])),
    lines,
    baselineDay: document.recordedSince,
    isBaselineImplied: lines.every(({ kind }) => kind === 'baseline'),
  }
}

function workstreamOf(
  row: TitledTrackerRow,
  state: WorkstreamState,
  lines: readonly RecordedLine[],
  document: DocumentView,
  locale: Locale,
  asOf: AsOf,
): Omit<WorkstreamView, 'evidence'> {
  const section = document.sections.find(candidate => candidate.number === row.number)
  const blockage = openBlocker(state)
  const ofSection = section ? blockerNoteOf(section) : null
  const note = blockage
    ? blockerNote(blockage, ofSection, { ...document.standing, ...section }, locale)
    : null
  return {
    ...state,
    title: row.title,
    ownerRole: row.ownerRole,
    overdueDays: overdueDays(state, asOf.day),
    friday: fridayState(lines, fridayOf(asOf.day), asOf.day),
    moves: targetMoves(lines),
    lines,
    blockerNote: note,
    withheldNote: blockage && !note ? withheldNoteOf(blockage, section ?? null) : null,
  }
}

/** Class of the words about a block that stand where the reader may not see them; null where there may be none. */
const withheldNoteOf = (blockage: Blockage, section: ShownSection | null): ContentClass | null =>
  blockage.withheldNote ?? section?.withheldNotes ?? section?.withheld ?? null

function baselineOf(document: DocumentView): RecordedLine[] {
  const { ownerRole } = document.metadata
  const owner: Role = [ownerRole ?? '', document.category.ownerRole].find(isRole) ?? 'DOCUMENT_CUSTODIAN'
  const implied = impliedBaseline(
    document.tracker.map(row => ({ ...row, title: row.title.text })),
    document.recordedSince,
    owner,
  )
  return inFoldOrder(implied.map(line => ({ ...line, enteredAt: null })))
}
