import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { readBytes } from '#features/document/bytes-rules.ts'
import type { ContentFile } from '#features/document/content-model.ts'

const SIZE: Rule = { code: 'file-size', severity: 'error', mend: 'Split the file into smaller documents.' }

/** Of a text, or a policy file, in bytes. */
export const MAX_TEXT_BYTES = 1_048_576
/** Of a ledger: decades of Fridays. */
export const MAX_LEDGER_BYTES = 16 * MAX_TEXT_BYTES

const tooLarge = (file: string, most: number, size: number) => {
  const found = `expected at most ${most} bytes, found ${size}`
  return { text: null, diagnostics: [report(SIZE, { file, line: 1, column: 1 }, found)] }
}

// Windows has no O_NOFOLLOW; there the walk's lstat has to do.
const openPlain = (absolute: string) => open(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))

/**
 * Reads a file of the content folder, which must be no symbolic link.
 * @param most bytes; a larger file is not read at all
 */
export async function readContentFile(
  { absolute, file, bytes }: ContentFile,
  most: number = MAX_TEXT_BYTES,
): Promise<{ text: string | null; diagnostics: Diagnostic[] }> {
  if (bytes) return bytes.length <= most ? readBytes(file, bytes) : tooLarge(file, most, bytes.length)
  const handle = await openPlain(absolute)
  try {
    const { size } = await handle.stat()
    return size <= most ? readBytes(file, await handle.readFile()) : tooLarge(file, most, size)
  } finally {
    await handle.close()
  }
}

/** A file together with what the disk has of it now; without, where it is larger than any file that is read. */
export async function holdContentFile(source: ContentFile): Promise<ContentFile> {
  const handle = await openPlain(source.absolute)
  try {
    const { size } = await handle.stat()
    return size <= MAX_LEDGER_BYTES ? { ...source, bytes: await handle.readFile() } : source
  } finally {
    await handle.close()
  }
}
