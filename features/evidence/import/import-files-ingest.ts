import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { report } from '#features/diagnostic/diagnostic-model.ts'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import type { ImportRequest, NamedFile } from '#features/evidence/import/import-model.ts'
import { IMPORT_RULES } from '#features/evidence/import/import-rule-model.ts'
import type { Summary } from '#features/evidence/import/original-model.ts'
import {
  type ImportedLine,
  importEvent,
  importLine,
  importSummary,
  type Origin,
} from '#features/evidence/import/original-rules.ts'
import { openSplitFiles } from '#features/evidence/import/split-files-ingest.ts'
import type { BundleDefect } from '#features/evidence/json-defect-rules.ts'
import { createLanes } from '#features/evidence/lane-rules.ts'
import { MAX_FILE_BYTES } from '#features/evidence/limits-model.ts'
import { LineDefect, readLines } from '#features/evidence/lines-ingest.ts'
import { BundleRefused } from '#features/evidence/read-records-ingest.ts'
import type { Boundary } from '#features/evidence/record-model.ts'
import type { Run } from '#features/evidence/run-model.ts'

/** What of a bundle is told by the original files. */
export interface ImportedFiles {
  readonly files: Run['files']
  readonly boundaries: Run['boundaries']
  readonly summary: Summary
  readonly records: number
}

const refusal = (file: string, line: number, { rule, message }: BundleDefect): BundleRefused =>
  new BundleRefused(report(rule, { file, line, column: 1 }, message))

/** @throws {BundleRefused} where there is no such file */
async function sizeOf({ absolute, file }: NamedFile): Promise<number> {
  const found = await stat(absolute).catch(() => null)
  if (found?.isFile()) return found.size
  throw refusal(file, 1, { rule: IMPORT_RULES.file, message: 'expected a file, found none' })
}

async function readSummary(named: NamedFile): Promise<Summary> {
  const { absolute, file } = named
  const size = await sizeOf(named)
  if (size > MAX_FILE_BYTES) {
    const message = `expected at most ${MAX_FILE_BYTES} bytes, found ${size}`
    throw refusal(file, 1, { rule: BUNDLE_RULES.size, message })
  }
  const bytes = await readFile(absolute)
  if (!isUtf8(bytes))
    throw refusal(file, 1, { rule: BUNDLE_RULES.utf8, message: 'expected UTF-8, found other bytes' })
  const summary = importSummary(bytes.toString('utf8'))
  if ('defect' in summary) throw refusal(file, 1, summary.defect)
  return summary.value
}

/** As what the lines of the outbox are recorded: a replay sends again. */
const sentBoundary = ({ kind }: ImportRequest): Boundary =>
  kind === 'single-operator-replay-dlq' ? 'replay' : 'publish'

/**
 * Makes the files of a bundle of those that the original scripts wrote. Nothing is held whole in memory but the summary.
 * @param folder where to; null: nothing is written
 * @throws {BundleRefused} for the first line that is none
 */
export async function importFiles(request: ImportRequest, folder: string | null): Promise<ImportedFiles> {
  const { summary: summaryFile, outbox, dlq, startedAt, finishedAt, broker } = request
  const summary = await readSummary(summaryFile)
  const lanes = createLanes()
  const files: Run['files'] = []
  const boundaries: Boundary[] = []
  let records = 0

  const originOf = ({ file }: NamedFile, boundary: Boundary): Origin => {
    if (!boundaries.includes(boundary)) boundaries.push(boundary)
    return { process: path.posix.basename(file).slice(0, 200), boundary, startedAt, finishedAt }
  }
  const admit = (made: ImportedLine | BundleDefect, file: string, line: number): string => {
    if ('rule' in made) throw refusal(file, line, made)
    const { boundary, topic, partition } = made.record
    if (lanes.take(boundary, topic, partition) === null)
      throw refusal(file, line, { rule: BUNDLE_RULES.topics, message: `found one more: ${topic}` })
    records += 1
    return made.line
  }
  const take = async (title: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> => {
    const split = openSplitFiles(folder, title)
    try {
      for await (const line of lines) await split.write(line)
    } finally {
      files.push(...(await split.close()))
    }
  }
  async function* linesOf(named: NamedFile, boundary: Boundary): AsyncGenerator<string> {
    const origin = originOf(named, boundary)
    const size = await sizeOf(named)
    let seq = 0
    try {
      for await (const lines of readLines(named.absolute, size, () => {}))
        for (const text of lines) yield admit(importLine(text, seq++, origin), named.file, seq)
    } catch (error) {
      if (!(error instanceof LineDefect)) throw error
      throw refusal(named.file, error.line, error.defect)
    }
  }
  function* eventsOf(events: readonly unknown[]): Generator<string> {
    const origin = originOf(summaryFile, 'consume')
    for (const [seq, event] of events.entries()) {
      const made = importEvent(event, seq, origin, broker !== null)
      yield admit('rule' in made ? nth(made, seq) : made, summaryFile.file, 1)
    }
  }

  if (outbox) await take('outbox', linesOf(outbox, sentBoundary(request)))
  if (dlq) await take('dlq', linesOf(dlq, 'dlq'))
  if (summary.events) await take('events', eventsOf(summary.events))
  return { files, boundaries, summary, records }
}

/** Says of an event's defect which event it is of. */
const nth = ({ rule, message }: BundleDefect, seq: number): BundleDefect => ({
  rule,
  message: `event ${seq + 1}: ${message}`,
})
