import { isHolding } from '#features/checklist/fold-rules.ts'
import type { HashedLedgerLine, LocalizedText } from '#features/checklist/ledger-model.ts'
import { formatLedgerLine } from '#features/checklist/ledger-rules.ts'
import { type OwnersOf, presentOwners } from '#features/checklist/line-owner-model.ts'
import type { PlannedFile, Recording, RecordingPlan } from '#features/checklist/recording-model.ts'
import { notesAfter, recordedLines } from '#features/checklist/recording-rules.ts'
import { wordsFor } from '#features/checklist/resolved-notes-rules.ts'
import { standingLines } from '#features/checklist/standing-lines-rules.ts'
import { editText } from '#features/checklist/text-edit-rules.ts'
import { type Diagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import type { ContentDocument, ContentFile } from '#features/document/content-model.ts'
import { readDocumentFiles } from '#features/document/document-ingest.ts'
import { holdContentFile } from '#features/document/file-ingest.ts'
import { splitLines } from '#features/document/line-rules.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'
import { sectionsOfText } from '#features/document/text-sections-rules.ts'

/** A document with the bytes of its files. */
export interface HeldDocument {
  readonly document: ReadDocument
  /** What is wrong with it as it is. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a document and keeps the bytes of its files, so that a plan is made of what was read and of nothing newer.
 * @param ownersOf what history says of whose its lines were
 */
export async function holdDocument(
  found: ContentDocument,
  now: Date,
  ownersOf: OwnersOf = presentOwners,
): Promise<{ document: ReadDocument | null; diagnostics: readonly Diagnostic[] }> {
  const texts = await Promise.all(
    found.texts.map(async ({ locale, source }) => ({ locale, source: await holdContentFile(source) })),
  )
  const ledger = found.ledger && (await holdContentFile(found.ledger))
  return readDocumentFiles({ ...found, texts, ledger }, now, ownersOf)
}

const LEDGER = 'change-log.jsonl'

/** The ledger of a document, or where it is to be. */
export function ledgerOf({ found, authoritative: { source } }: ReadDocument): ContentFile {
  const beside = (path: string) => path.replace(/[^/\\]+$/, LEDGER)
  return (
    found.ledger ?? {
      absolute: beside(source.absolute),
      file: beside(source.file),
      path: beside(source.path),
    }
  )
}

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** A ledger with more lines; it ends with a line end whether it did before or not. */
export function appended(before: Uint8Array, lines: readonly HashedLedgerLine[]): Uint8Array {
  const gap = before.length === 0 || /[\r\n]$/.test(textOf(before.subarray(-1))) ? '' : '\n'
  const added = lines.map(line => `${formatLedgerLine(line)}\n`).join('')
  return Buffer.concat([before, Buffer.from(gap + added)])
}

function editSource(
  { locale, source, facts }: ReadSource,
  lines: readonly HashedLedgerLine[],
  notes: ReadonlyMap<number, LocalizedText | null>,
  isAuthoritative: boolean,
): { plan: PlannedFile | null; diagnostics: readonly Diagnostic[] } {
  const before = source.bytes ?? new Uint8Array()
  const sections = new Set(sectionsOfText(source.path, facts.markdown).map(({ number }) => number))
  // What a translation lacks, its readers get from the authoritative text.
  const own = [...notes].filter(([number]) => isAuthoritative || sections.has(number))
  const { source: edited, diagnostics } = editText(source.file, textOf(before), {
    facts: new Map(lines.filter(isHolding).map(line => [line.workstream, line])),
    notes: new Map(own.map(([number, texts]) => [number, texts && wordsFor(locale, texts)])),
  })
  if (edited === null || edited === textOf(before)) return { plan: null, diagnostics }
  return { plan: { source, before, after: Buffer.from(edited) }, diagnostics }
}

/** Reads a document as it would be with the planned files. */
export function readPlanned({ found, ownerOf }: ReadDocument, files: readonly PlannedFile[], now: Date) {
  const planned = new Map(files.map(({ source, after }) => [source.path, { ...source, bytes: after }]))
  const [ledger = null] = [...planned.values()].filter(({ path }) => path.endsWith(`/${LEDGER}`))
  const texts = found.texts.map(({ locale, source }) => ({
    locale,
    source: planned.get(source.path) ?? source,
  }))
  return readDocumentFiles({ ...found, texts, ledger: ledger ?? found.ledger }, now, () => ownerOf)
}

/** What a diagnostic is known by before and after lines were added: in texts they move, in a ledger they do not. */
export function keyOf({ file, line, code, message }: Diagnostic): string {
  const place = file.endsWith(LEDGER) ? `${file}:${line}` : file
  return `${place} ${code} ${message.replaceAll(/:\d+/g, '')}`
}

/**
 * Plans what recordings write into a document's files, and holds the whole of it against every rule that ingest has.
 * @returns no plan where any rule is broken, by the document as it is or by what would be written
 */
export async function planRecordings(
  { document, diagnostics: old }: HeldDocument,
  recordings: readonly Recording[],
  now: Date,
): Promise<{ plan: RecordingPlan | null; diagnostics: readonly Diagnostic[] }> {
  // Nothing may be written over what somebody edited by hand.
  if (hasErrors(old)) return { plan: null, diagnostics: old }
  const standing = standingLines(document)
  if (hasErrors(standing.diagnostics)) return { plan: null, diagnostics: standing.diagnostics }
  const known = standing.lines
  const baseline = document.lines.length === 0 ? known : []
  const ledger = ledgerOf(document)
  const written = ledger.bytes ?? new Uint8Array()
  const above = splitLines(textOf(written)).length + baseline.length
  const placeOf = (index: number) => ({ file: ledger.file, line: above + index + 1, column: 1 })
  const recorded = recordedLines(recordings, known, { now, placeOf })
  if (hasErrors(recorded.diagnostics)) return { plan: null, diagnostics: recorded.diagnostics }
  const lines = [...baseline, ...recorded.lines]
  const notes = notesAfter(known, recorded.lines)
  const texts = document.sources.map(source =>
    editSource(source, recorded.lines, notes, source === document.authoritative),
  )
  const unsafe = texts.flatMap(({ diagnostics }) => diagnostics)
  const files = [
    { source: ledger, before: ledger.bytes ?? null, after: appended(written, lines) },
    ...texts.flatMap(({ plan }) => plan ?? []),
  ]
  const then = await readPlanned(document, files, now)
  const said = new Set(old.map(keyOf))
  const fresh = then.diagnostics.filter(found => found.severity === 'error' || !said.has(keyOf(found)))
  const diagnostics = [...unsafe, ...fresh]
  if (hasErrors(diagnostics)) return { plan: null, diagnostics }
  return { plan: { lines, files, warnings: diagnostics }, diagnostics }
}
