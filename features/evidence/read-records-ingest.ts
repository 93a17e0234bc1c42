import { stat } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { Bundle } from '#features/evidence/bundle-model.ts'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import { createLanes, type Lane } from '#features/evidence/lane-rules.ts'
import { type FileRead, hashOf, LineDefect, readLines } from '#features/evidence/lines-ingest.ts'
import { type ReadRecord, readRecordLine } from '#features/evidence/record-line-rules.ts'
import type { Run } from '#features/evidence/run-model.ts'
import { createSpan } from '#features/evidence/span-rules.ts'

/** A line of a bundle that was let in, with what it is found by. */
export interface AdmittedRecord {
  /** In the run, from 1. */
  readonly number: number
  readonly lane: number
  /** The intent that it is judged with: of its value, else its key. */
  readonly intent: string | null
  readonly eventId: string | null
  /** Without its line end. */
  readonly line: string
}

/** A file of a bundle whose every line was let in. */
interface AdmittedFile extends FileRead {
  readonly name: string
  readonly firstRecord: number
  readonly records: number
}

/** What a bundle turned out to hold once all of it was let in. */
export interface AdmittedRecords {
  readonly files: readonly AdmittedFile[]
  readonly lanes: readonly Lane[]
  readonly records: number
}

/** Thrown where a bundle is refused. */
export class BundleRefused extends Error {
  readonly diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message)
    this.diagnostic = diagnostic
  }
}

/** Lets in the lines of a run, one by one. */
function doorOf(run: Run) {
  const span = createSpan(run)
  return (text: string, line: number): ReadRecord => {
    const read = readRecordLine(text)
    if (!('boundary' in read)) throw new LineDefect(line, read)
    const outside = span.defect(read.timestamp)
    if (outside) throw new LineDefect(line, outside)
    if (run.boundaries.includes(read.boundary)) return read
    const message = `expected one of ${run.boundaries.join(', ')}, found ${read.boundary}`
    throw new LineDefect(line, { rule: BUNDLE_RULES.boundary, message })
  }
}

type Wanted = Run['files'][number]

const refuse = (rule: Rule, file: string, line: number, message: string): BundleRefused =>
  new BundleRefused(report(rule, { file, line, column: 1 }, message))

function checkSize(file: string, wanted: Wanted, bytes: number): void {
  if (bytes !== wanted.bytes)
    throw refuse(BUNDLE_RULES.size, file, 1, `expected ${wanted.bytes} bytes, found ${bytes}`)
}

function checkHash(file: string, wanted: Wanted, sha256: string): void {
  if (sha256 !== wanted.sha256)
    throw refuse(BUNDLE_RULES.hash, file, 1, `expected sha-256 ${wanted.sha256}, found ${sha256}`)
}

/**
 * The records of a bundle in their order, a chunk of a file at a time; the bundle is never whole in memory. Whoever
 * takes them must throw them away again where this throws: what is wrong may come last.
 * @param onEnd told what the bundle held, after its last record
 * @throws {BundleRefused} for the first thing that is wrong with a file
 */
export async function* readRecords(
  { absolute, file, run }: Bundle,
  onEnd: (admitted: AdmittedRecords) => void,
): AsyncGenerator<readonly AdmittedRecord[]> {
  const letIn = doorOf(run)
  const lanes = createLanes()
  const files: AdmittedFile[] = []
  let number = 0

  const admit = (text: string, line: number): AdmittedRecord => {
    const { boundary, topic, partition, intentId, key, eventId } = letIn(text, line)
    const lane = lanes.take(boundary, topic, partition)
    if (lane === null)
      throw new LineDefect(line, { rule: BUNDLE_RULES.topics, message: `found one more: ${topic}` })
    number += 1
    return { number, lane, intent: intentId ?? key, eventId, line: text }
  }

  for (const wanted of run.files) {
    const before = number
    const place = `${file}/${wanted.name}`
    const location = path.join(absolute, wanted.name)
    const finish = (found: FileRead): void => {
      checkSize(place, wanted, found.bytes)
      checkHash(place, wanted, found.sha256)
      files.push({ ...found, name: wanted.name, firstRecord: before + 1, records: number - before })
    }
    checkSize(place, wanted, (await stat(location)).size)
    try {
      for await (const lines of readLines(location, wanted.bytes, finish))
        yield lines.map(text => admit(text, number - before + 1))
    } catch (error) {
      if (!(error instanceof LineDefect)) throw error
      // Whether the producer wrote it so, or it became so, is the first thing to know.
      checkHash(place, wanted, await hashOf(location))
      throw refuse(error.defect.rule, place, error.line, error.defect.message)
    }
  }
  onEnd({ files, lanes: lanes.all(), records: number })
}
