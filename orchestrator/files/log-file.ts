import fs from 'node:fs'

const CHUNK = 256 * 1024
const BREAK = 0x0a

/** A line and where the next one begins, in bytes. */
export interface PlacedLine {
  readonly text: string
  readonly next: number
}

/** A file of lines that only grows. */
export interface LogFile {
  /** Adds whole lines and waits until the disk has them; all of them or, where it throws, none. */
  append(lines: string): void
  /** At most so many lines from a byte on; those that are whole. */
  read(from: number, most: number): PlacedLine[]
  close(): void
}

/** What a write that was interrupted left behind its last line break was never acknowledged, and goes. */
function dropTorn(descriptor: number): void {
  const { size } = fs.fstatSync(descriptor)
  const buffer = Buffer.alloc(CHUNK)
  for (let end = size; end > 0; ) {
    const begin = Math.max(0, end - CHUNK)
    const read = fs.readSync(descriptor, buffer, 0, end - begin, begin)
    const last = buffer.subarray(0, read).lastIndexOf(BREAK)
    if (last >= 0) {
      if (begin + last + 1 < size) fs.ftruncateSync(descriptor, begin + last + 1)
      return
    }
    end = begin
  }
  if (size > 0) fs.ftruncateSync(descriptor, 0)
}

/** The bytes from a place on that hold whole lines: as many as one reading gives, more where a line is longer. */
function wholeLines(descriptor: number, from: number): Buffer {
  for (let size = CHUNK; ; size *= 2) {
    const buffer = Buffer.alloc(size)
    const read = fs.readSync(descriptor, buffer, 0, size, from)
    const last = buffer.subarray(0, read).lastIndexOf(BREAK)
    if (last >= 0 || read < size) return buffer.subarray(0, last + 1)
  }
}

/** Opens the file for the one process that writes it, or makes it. */
export function openLogFile(file: string): LogFile {
  const descriptor = fs.openSync(file, 'a+')
  dropTorn(descriptor)
  return {
    append(lines) {
      const { size } = fs.fstatSync(descriptor)
      try {
        fs.writeFileSync(descriptor, lines)
        fs.fdatasyncSync(descriptor)
      } catch (error) {
        // A disk that is full takes a part.
        fs.ftruncateSync(descriptor, size)
        throw error
      }
    },
    read(from, most) {
      const bytes = wholeLines(descriptor, from)
      const lines: PlacedLine[] = []
      for (let begin = 0; begin < bytes.length && lines.length < most; ) {
        const end = bytes.indexOf(BREAK, begin)
        lines.push({ text: bytes.toString('utf8', begin, end), next: from + end + 1 })
        begin = end + 1
      }
      return lines
    },
    close: () => fs.closeSync(descriptor),
  }
}
