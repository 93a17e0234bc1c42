import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { MAX_FILE_BYTES } from '#features/evidence/limits-model.ts'
import type { Run } from '#features/evidence/run-model.ts'

type FileEntry = Run['files'][number]

const FLUSH_BYTES = 256 * 1024

const nameOf = (number: number): string => (number === 1 ? 'records.jsonl' : `records-${number}.jsonl`)

function openFile(folder: string, name: string) {
  const descriptor = fs.openSync(path.join(folder, name), 'wx')
  const hash = createHash('sha256')
  let waiting: string[] = []
  let waitingBytes = 0
  let bytes = 0
  const flush = (): void => {
    const text = waiting.join('')
    hash.update(text)
    fs.writeFileSync(descriptor, text)
    waiting = []
    waitingBytes = 0
  }
  return {
    size: () => bytes,
    add(line: string, length: number): void {
      waiting.push(line)
      bytes += length
      waitingBytes += length
      if (waitingBytes >= FLUSH_BYTES) flush()
    },
    end(): FileEntry {
      flush()
      fs.fsyncSync(descriptor)
      fs.closeSync(descriptor)
      return { name, sha256: hash.digest('hex'), bytes }
    },
  }
}

/**
 * Writes lines to as many files as they need.
 * @param lines without line ends; at least one
 * @param maxBytes of a file
 * @returns what `run.json` says of the files, in their order
 */
export function writeRecordsFiles(
  folder: string,
  lines: Iterable<string>,
  maxBytes = MAX_FILE_BYTES,
): FileEntry[] {
  const entries: FileEntry[] = []
  let file: ReturnType<typeof openFile> | undefined
  for (const line of lines) {
    const text = `${line}\n`
    const length = Buffer.byteLength(text)
    if (file && file.size() + length > maxBytes) {
      entries.push(file.end())
      file = undefined
    }
    file ??= openFile(folder, nameOf(entries.length + 1))
    file.add(text, length)
  }
  if (file) entries.push(file.end())
  return entries
}
