import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { BUNDLE_RULES } from '#features/evidence/bundle-rule-model.ts'
import type { BundleDefect } from '#features/evidence/json-defect-rules.ts'
import { MAX_LINE_BYTES } from '#features/evidence/limits-model.ts'

const BREAK = 0x0a
const CHUNK_BYTES = 64 * 1024

/** What a file turned out to be once it was read to its end. */
export interface FileRead {
  readonly sha256: string
  readonly bytes: number
  readonly endsWithBreak: boolean
}

/** Thrown for what is wrong with a file, at a line counted from 1. */
export class LineDefect extends Error {
  readonly line: number
  readonly defect: BundleDefect

  constructor(line: number, defect: BundleDefect) {
    super(defect.message)
    this.line = line
    this.defect = defect
  }
}

const tooLong = (line: number): LineDefect =>
  new LineDefect(line, {
    rule: BUNDLE_RULES.line,
    message: `expected a line of at most ${MAX_LINE_BYTES} bytes, found a longer one`,
  })

function textOf(bytes: Buffer, line: number): string {
  if (bytes.length > MAX_LINE_BYTES) throw tooLong(line)
  if (isUtf8(bytes)) return bytes.toString('utf8')
  throw new LineDefect(line, { rule: BUNDLE_RULES.utf8, message: 'expected UTF-8, found other bytes' })
}

/**
 * The lines of what is read, a chunk's worth at a time and without their line ends, hashed as they pass.
 * @param onEnd told what was read, after its last line
 * @throws {LineDefect}
 */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  onEnd: (read: FileRead) => void,
): AsyncGenerator<readonly string[]> {
  const hash = createHash('sha256')
  let rest: Buffer = Buffer.alloc(0)
  let bytes = 0
  let line = 1
  for await (const read of chunks) {
    hash.update(read)
    bytes += read.length
    const whole = rest.length > 0 ? Buffer.concat([rest, read]) : read
    const lines: string[] = []
    let start = 0
    for (let end = whole.indexOf(BREAK); end >= 0; end = whole.indexOf(BREAK, start)) {
      lines.push(textOf(whole.subarray(start, end), line))
      line += 1
      start = end + 1
    }
    rest = whole.subarray(start)
    if (rest.length > MAX_LINE_BYTES) throw tooLong(line)
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0) yield [textOf(rest, line)]
  onEnd({ sha256: hash.digest('hex'), bytes, endsWithBreak: rest.length === 0 })
}

/**
 * The lines of a file, which is never whole in memory.
 * @param most bytes; reading ends with the first byte beyond, so that a file that grew is seen as another one
 * @param onEnd told what the file was, after its last line
 * @throws {LineDefect}
 */
export const readLines = (
  absolute: string,
  most: number,
  onEnd: (read: FileRead) => void,
): AsyncGenerator<readonly string[]> =>
  linesOf(createReadStream(absolute, { highWaterMark: CHUNK_BYTES, end: most }), onEnd)

/** The sha-256 of a file, hexadecimal. */
export async function hashOf(absolute: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(absolute)) hash.update(chunk)
  return hash.digest('hex')
}
