import type { LocalizedText } from '#features/checklist/ledger-model.ts'
import type { PlannedFile, RecordingPlan } from '#features/checklist/recording-model.ts'
import type { Standing } from '#features/checklist/recording-rules.ts'
import { diffLines } from '#features/document/line-diff-rules.ts'
import { splitLines } from '#features/document/line-rules.ts'

const linesOf = (bytes: Uint8Array | null): string[] =>
  splitLines(new TextDecoder().decode(bytes ?? undefined)).map(({ text }) => text)

function fileDiff({ source, before, after }: PlannedFile): string[] {
  const hunks = diffLines(linesOf(before), linesOf(after))
  return [
    `${source.file}${before === null ? ' (new)' : ''}`,
    ...hunks.flatMap(({ line, removed, added }) => [
      `  @@ line ${line}`,
      ...removed.map(text => `  - ${text}`),
      ...added.map(text => `  + ${text}`),
    ]),
  ]
}

/**
 * What a plan writes, file by file: the lines that go and those that come.
 * @param earlier a plan of which this one is a continuation: what it writes is left out
 */
export function showPlan(
  { files }: Pick<RecordingPlan, 'files'>,
  earlier: RecordingPlan | null = null,
): string {
  const known = new Map(earlier?.files.map(({ source, after }) => [source.path, after]))
  const further = files.map(file => ({ ...file, before: known.get(file.source.path) ?? file.before }))
  return further
    .filter(({ before, after }) => before === null || Buffer.compare(before, after) !== 0)
    .flatMap(fileDiff)
    .join('\n')
}

const showWords = (texts: LocalizedText): string[] =>
  Object.entries(texts).map(([locale, words]) => `${locale}: ${words}`)

/** A workstream as its newest line leaves it, in lines. */
export function showStanding({ newest, held, note }: Standing): string[] {
  const { workstream, recordedAt, by, kind } = newest
  return [
    `workstream ${workstream}: ${held.status}, target date ${held.targetDate}`,
    `${kind} by ${by}, recorded ${recordedAt}, for Friday ${newest.for}`,
    ...(note ? ['blocker:', ...showWords(note).map(words => `  ${words}`)] : []),
  ]
}
