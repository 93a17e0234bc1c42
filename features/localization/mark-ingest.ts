import { readPlanned, textOf } from '#features/checklist/recording-ingest.ts'
import type { PlannedFile } from '#features/checklist/recording-model.ts'
import { type Diagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'
import { editBase } from '#features/localization/base-edit-rules.ts'
import { markedBase } from '#features/localization/mark-rules.ts'
import { COUNTED_APART } from '#features/localization/section-count-rules.ts'

/** The one error that marking mends: a base names a section that is not there. */
const MENDED = 'base-section'

const others = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ code }) => code !== MENDED)

/** Why not every section of these translations can be marked at once: who knows what they would be said to be made of. */
const doubtful = (diagnostics: readonly Diagnostic[], translations: readonly ReadSource[]): Diagnostic[] =>
  diagnostics.filter(
    ({ code, file }) => code === COUNTED_APART && translations.some(({ source }) => source.file === file),
  )

function markSource(source: ReadSource, authoritative: ReadSource, key: string | null) {
  const before = source.source.bytes ?? new Uint8Array()
  const base = markedBase(source.facts, authoritative.facts, key)
  const { source: edited, diagnostics } = editBase(source.source.file, textOf(before), base)
  const isSame = edited === null || edited === textOf(before)
  const files: PlannedFile[] = isSame ? [] : [{ source: source.source, before, after: Buffer.from(edited) }]
  return { files, diagnostics }
}

/**
 * Plans what says in the front matter of translations that they are made from the authoritative text as it stands, and
 * holds the whole document against every rule that ingest has.
 * @param diagnostics what is wrong with the document as it is
 * @param key of the one section meant; null: every one that both texts have
 * @returns no files where a rule is broken, or where every section is meant and it is not sure how they pair
 */
export async function planMarks(
  document: ReadDocument,
  diagnostics: readonly Diagnostic[],
  translations: readonly ReadSource[],
  key: string | null,
  now: Date,
): Promise<{ files: readonly PlannedFile[] | null; diagnostics: readonly Diagnostic[] }> {
  const wrong = others(diagnostics)
  if (hasErrors(wrong)) return { files: null, diagnostics: wrong }
  const unsure = key === null ? doubtful(diagnostics, translations) : []
  if (unsure.length > 0) return { files: null, diagnostics: unsure }
  const marks = translations.map(source => markSource(source, document.authoritative, key))
  const unsafe = marks.flatMap(mark => mark.diagnostics)
  if (hasErrors(unsafe)) return { files: null, diagnostics: unsafe }
  const files = marks.flatMap(mark => mark.files)
  const then = await readPlanned(document, files, now)
  // Another translation may still have what this one is rid of.
  const left = others(then.diagnostics)
  return hasErrors(left) ? { files: null, diagnostics: left } : { files, diagnostics: [] }
}
