import { chooseChecklist } from '#cli/content/choose-checklist.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import type { RoleHolders } from '#features/access/role-holder-model.ts'
import type { HashedLedgerLine } from '#features/checklist/ledger-model.ts'
import { type HeldDocument, holdDocument } from '#features/checklist/recording-ingest.ts'
import { standingLines } from '#features/checklist/standing-lines-rules.ts'
import type { PlacedTrackerRow } from '#features/checklist/tracker-model.ts'
import { hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { readContent } from '#features/document/content-ingest.ts'
import { readRoleHolders } from '#features/document/policy-ingest.ts'
import { walkContent } from '#features/document/walk-ingest.ts'
import { readRecordOfPast } from '#features/ingest/record-of-past-ingest.ts'
import { Failure } from '#scripts/failure.js'

/** A checklist that can be recorded in, and what those who do need to know of it. */
export interface OpenChecklist extends HeldDocument {
  readonly contentFolder: string
  readonly rows: readonly PlacedTrackerRow[]
  /** Of its ledger, or of its implied baseline. */
  readonly lines: readonly HashedLedgerLine[]
  /** Who holds which roles, by git e-mail address. */
  readonly holders: RoleHolders
}

const NOT_WRITTEN = 'Mend them and run the command again; no file is written.'

/**
 * Opens a checklist of a content folder: the one at a path, else the first.
 * @throws {Failure} where there is none, or where what is wrong with it lets nothing be recorded
 */
export async function openChecklist(
  contentFolder: string,
  path: string | undefined,
  now: Date,
): Promise<OpenChecklist> {
  const { documents, policies } = await walkContent(contentFolder)
  const { ownersOf } = await readRecordOfPast(contentFolder)
  const found =
    path === undefined
      ? chooseChecklist(await readContent(contentFolder, now, ownersOf), undefined).found
      : documents.find(document => document.path === path.replace(/\/$/, ''))
  if (!found)
    throw new Failure(
      `--document: expected the path of a document, found ${JSON.stringify(path)}`,
      `Give one of: ${documents.map(document => document.path).join(', ')}`,
    )
  const { document, diagnostics } = await holdDocument(found, now, ownersOf)
  const roles = await readRoleHolders(policies)
  const standing = document ? standingLines(document) : { lines: [], diagnostics: [] }
  const errors = [...diagnostics, ...roles.diagnostics, ...standing.diagnostics].filter(
    wrong => wrong.severity === 'error',
  )
  if (!document || hasErrors(errors)) {
    printDiagnostics(errors)
    throw new Failure(`${found.path} has errors, and nothing can be recorded on it.`, NOT_WRITTEN)
  }
  return {
    contentFolder,
    document,
    diagnostics,
    rows: document.authoritative.rows ?? [],
    lines: standing.lines,
    holders: roles.holders,
  }
}
