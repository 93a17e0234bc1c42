import { documentHash } from '#features/checklist/document-hash-rules.ts'
import { formatLedgerLine } from '#features/checklist/ledger-rules.ts'
import type { Recording } from '#features/checklist/recording-model.ts'
import { recordedLines, standingOf } from '#features/checklist/recording-rules.ts'
import { standingLines } from '#features/checklist/standing-lines-rules.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import { findVersion } from '#features/ingest/version-ingest.ts'
import { Failure } from '#scripts/failure.js'
import type { OpenChecklist } from './open-checklist.ts'
import { showStanding } from './show-plan.ts'

const hashOf = ({ sources, lines }: ReadDocument): string =>
  documentHash(
    sources.map(({ locale, facts }) => ({ locale, hash: facts.hash })),
    lines,
  )

const indented = (lines: readonly string[]) => lines.map(line => `    ${line}`)

function shown(document: ReadDocument, workstream: number): string[] {
  const standing = standingOf(standingLines(document).lines, workstream)
  return indented(standing ? showStanding(standing) : [`no workstream ${workstream}`])
}

async function shownBefore(
  { contentFolder, document: { found } }: OpenChecklist,
  expected: string,
  workstream: number,
  now: Date,
): Promise<string[]> {
  const version = await findVersion(contentFolder, found, expected, now)
  if (!version) return [`  What you looked at, ${expected}: no commit has it, so it cannot be shown`]
  const { commit, time, document } = version
  return [
    `  What you looked at, ${expected} (commit ${commit.slice(0, 12)} of ${time}):`,
    ...shown(document, workstream),
  ]
}

/**
 * Refuses to write on files that changed since the owner looked at them.
 * @param expected hash of the files then
 * @throws {Failure} that shows both versions, and what would have been written
 */
export async function expectUnchanged(
  checklist: OpenChecklist,
  expected: string,
  recording: Recording,
  now: Date,
): Promise<void> {
  const { document, lines } = checklist
  const present = hashOf(document)
  if (present === expected) return
  const { workstream } = recording
  const placeOf = () => ({ file: document.found.path, line: 1, column: 1 })
  const wanted = recordedLines([recording], lines, { now, placeOf })
  const report = [
    `${document.found.path} has changed since you looked at it; no file is written.`,
    ...(await shownBefore(checklist, expected, workstream, now)),
    `  What stands there now, ${present}:`,
    ...shown(document, workstream),
    '  What this command would have written:',
    ...indented([
      ...wanted.diagnostics.map(({ message }) => message),
      ...wanted.lines.map(line => formatLedgerLine(line)),
    ]),
  ]
  throw new Failure(
    report.join('\n'),
    `If it is to be written all the same, run the command again with --expect ${present}`,
  )
}
