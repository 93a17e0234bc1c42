import type { ChosenText } from '#features/checklist/conflict-choice-rules.ts'
import { fold, inFoldOrder, recordedOn } from '#features/checklist/fold-rules.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import { appended, keyOf, ledgerOf, readPlanned, textOf } from '#features/checklist/recording-ingest.ts'
import type { PlannedFile, RecordingPlan } from '#features/checklist/recording-model.ts'
import { resolvedNotes } from '#features/checklist/resolved-notes-rules.ts'
import { standingLines } from '#features/checklist/standing-lines-rules.ts'
import { editText } from '#features/checklist/text-edit-rules.ts'
import type { WorkstreamState } from '#features/checklist/workstream-model.ts'
import { type Diagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'
import { sectionsOfText } from '#features/document/text-sections-rules.ts'

/** What is known of a text beside what it is to be read as. */
export interface TextOrigin {
  /** What the disk has. */
  readonly disk: Uint8Array
  /** Workstreams whose note the ledger is to decide, whatever the text says. */
  readonly contested: ChosenText['contested']
}

/** Lines, and what they say up to the newest of them. */
interface Folded {
  readonly lines: readonly HashedLedgerLine[]
  readonly states: ReadonlyMap<number, WorkstreamState>
}

const NOTHING: TextOrigin = { disk: new Uint8Array(), contested: new Map() }

function alignSource(
  { locale, source, facts }: ReadSource,
  { disk, contested }: TextOrigin,
  { lines, states }: Folded,
  isAuthoritative: boolean,
): { plan: PlannedFile | null; diagnostics: readonly Diagnostic[] } {
  const sections = sectionsOfText(source.path, facts.markdown)
  const { file } = source
  const found = resolvedNotes({ file, locale, sections }, { contested }, lines, states)
  const shown = new Set(sections.map(section => section.number))
  const { source: edited, diagnostics } = editText(file, textOf(source.bytes ?? disk), {
    facts: states,
    // What a translation lacks, its readers get from the authoritative text.
    notes: new Map([...found.notes].filter(([number]) => isAuthoritative || shown.has(number))),
  })
  const wrong = [...found.diagnostics, ...diagnostics]
  if (edited === null || edited === textOf(disk)) return { plan: null, diagnostics: wrong }
  return { plan: { source, before: disk, after: Buffer.from(edited) }, diagnostics: wrong }
}

/** What is to be brought in step. */
export interface Alignment {
  /** Read from the texts as they would be without conflicts. */
  readonly document: ReadDocument
  /** By the path of the text's file. */
  readonly origins: ReadonlyMap<string, TextOrigin>
  /** Lines to append to the ledger first. */
  readonly added: readonly HashedLedgerLine[]
  /** Numbers of the workstreams meant; null: all. What others say stays as it is. */
  readonly only: ReadonlySet<number> | null
  /** What was wrong before and may remain. */
  readonly tolerated: readonly Diagnostic[]
}

/**
 * Plans what brings every text of a checklist in step with its ledger, and holds the whole against every rule that
 * ingest has.
 * @returns no plan where a rule would be broken that may not be; `diagnostics` tell all that would remain
 */
export async function planAlignment(
  { document, origins, added, only, tolerated }: Alignment,
  now: Date,
): Promise<{ plan: RecordingPlan | null; diagnostics: readonly Diagnostic[] }> {
  const standing = standingLines(document)
  if (hasErrors(standing.diagnostics)) return { plan: null, diagnostics: standing.diagnostics }
  const lines = inFoldOrder([...standing.lines, ...added])
  const newest = lines.at(-1)
  const all: ReadonlyMap<number, WorkstreamState> = newest ? fold(lines, recordedOn(newest)) : new Map()
  const states = new Map([...all].filter(([number]) => only === null || only.has(number)))
  const texts = document.sources.map(source =>
    alignSource(
      source,
      origins.get(source.source.path) ?? NOTHING,
      { lines, states },
      source === document.authoritative,
    ),
  )
  const ledger = ledgerOf(document)
  const written = ledger.bytes ?? null
  const files = [
    ...(added.length > 0
      ? [{ source: ledger, before: written, after: appended(written ?? new Uint8Array(), added) }]
      : []),
    ...texts.flatMap(({ plan }) => plan ?? []),
  ]
  const then = await readPlanned(document, files, now)
  const diagnostics = [...texts.flatMap(text => text.diagnostics), ...then.diagnostics]
  const before = new Set(tolerated.map(keyOf))
  if (hasErrors(diagnostics.filter(found => !before.has(keyOf(found))))) return { plan: null, diagnostics }
  return { plan: { lines: added, files, warnings: diagnostics }, diagnostics }
}
