import { planAlignment, type TextOrigin } from '#features/checklist/alignment-ingest.ts'
import { chooseSides } from '#features/checklist/conflict-choice-rules.ts'
import { type OwnersOf, presentOwners } from '#features/checklist/line-owner-model.ts'
import { textOf } from '#features/checklist/recording-ingest.ts'
import type { RecordingPlan } from '#features/checklist/recording-model.ts'
import { type Diagnostic, hasErrors, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { conflictsIn, isConflict } from '#features/document/conflict-rules.ts'
import type { ContentDocument, ContentFile } from '#features/document/content-model.ts'
import { readDocumentFiles } from '#features/document/document-ingest.ts'
import { holdContentFile, readContentFile } from '#features/document/file-ingest.ts'
import { splitLines } from '#features/document/line-rules.ts'

const LEDGER_CONFLICT: Rule = {
  code: 'ledger-conflict',
  severity: 'error',
  mend: 'Keep the lines of both sides and delete the markers; with `change-log.jsonl merge=union` in .gitattributes git does so.',
}

function conflictsInLedger({ file, bytes }: ContentFile): Diagnostic[] {
  const { pieces, broken } = conflictsIn(splitLines(textOf(bytes ?? new Uint8Array())))
  return [...pieces.filter(isConflict).map(({ line }) => line), ...broken].map(line =>
    report(LEDGER_CONFLICT, { file, line, column: 1 }, 'expected lines of a ledger, found a conflict marker'),
  )
}

/**
 * Plans what brings the texts of a checklist in step with its ledger after a merge, conflicts in the table and around
 * blocker notes included.
 * @returns no plan where a conflict lies elsewhere, or where a rule would still be broken
 */
export async function planResolution(
  found: ContentDocument,
  now: Date,
  ownersOf: OwnersOf = presentOwners,
): Promise<{ plan: RecordingPlan | null; diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const origins = new Map<string, TextOrigin>()
  const texts: { locale: ContentDocument['texts'][number]['locale']; source: ContentFile }[] = []
  for (const { locale, source } of found.texts) {
    const held = await holdContentFile(source)
    const { text, diagnostics: unread } = await readContentFile(held)
    diagnostics.push(...unread)
    // Bytes that are no text would not come back from one.
    if (text === null) continue
    const disk = held.bytes ?? new Uint8Array()
    const { chosen, diagnostics: wrong } = chooseSides(source.file, textOf(disk))
    diagnostics.push(...wrong)
    origins.set(source.path, { disk, contested: chosen?.contested ?? new Map() })
    texts.push({ locale, source: { ...held, bytes: chosen ? Buffer.from(chosen.source) : disk } })
  }
  const ledger = found.ledger && (await holdContentFile(found.ledger))
  diagnostics.push(...(ledger ? conflictsInLedger(ledger) : []))
  if (hasErrors(diagnostics)) return { plan: null, diagnostics }
  const read = await readDocumentFiles({ ...found, texts, ledger }, now, ownersOf)
  if (!read.document) return { plan: null, diagnostics: read.diagnostics }
  return planAlignment({ document: read.document, origins, added: [], only: null, tolerated: [] }, now)
}
