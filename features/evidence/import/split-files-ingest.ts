import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { MAX_FILE_BYTES } from '#features/evidence/limits-model.ts'
import type { Run } from '#features/evidence/run-model.ts'

type FileEntry = Run['files'][number]

/** Written at a time. */
const BLOCK_BYTES = 256 * 1024

interface OpenFile {
  readonly name: string
  readonly handle: FileHandle | null
  readonly hash: Hash
  /** Those that wait included. */
  bytes: number
  waiting: string[]
  waitingBytes: number
}

async function flush(file: OpenFile): Promise<void> {
  const block = Buffer.from(file.waiting.join(''))
  file.waiting = []
  file.waitingBytes = 0
  file.hash.update(block)
  await file.handle?.appendFile(block)
}

/**
 * Writes lines into files of a bundle, `outbox.jsonl`, `outbox-2.jsonl`, as many as it takes; none where there is no line.
 * @param folder null: nothing is written, and only told what would be
 */
export function openSplitFiles(folder: string | null, title: string) {
  const entries: FileEntry[] = []
  let current: OpenFile | null = null

  async function end(): Promise<void> {
    if (!current) return
    await flush(current)
    await current.handle?.sync()
    await current.handle?.close()
    const { name, hash, bytes } = current
    entries.push({ name, sha256: hash.digest('hex'), bytes })
    current = null
  }

  async function begin(): Promise<OpenFile> {
    const name = `${title}${entries.length > 0 ? `-${entries.length + 1}` : ''}.jsonl`
    const handle = folder === null ? null : await open(path.join(folder, name), 'wx')
    return { name, handle, hash: createHash('sha256'), bytes: 0, waiting: [], waitingBytes: 0 }
  }

  return {
    /** @param line without its line end */
    async write(line: string): Promise<void> {
      const bytes = Buffer.byteLength(line) + 1
      if (current && current.bytes + bytes > MAX_FILE_BYTES) await end()
      current ??= await begin()
      current.waiting.push(line, '\n')
      current.bytes += bytes
      current.waitingBytes += bytes
      if (current.waitingBytes >= BLOCK_BYTES) await flush(current)
    },
    /** Ends the last file; what was written, in order. */
    async close(): Promise<readonly FileEntry[]> {
      await end()
      return entries
    },
  }
}
