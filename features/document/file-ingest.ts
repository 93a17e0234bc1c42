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

/**
 * Reads a file of the content folder, which must be no symbolic link.
 * @param most bytes; a larger file is not read at all
 */
export async function readContentFile(
  { absolute, file }: ContentFile,
  most: number = MAX_TEXT_BYTES,
): Promise<{ text: string | null; diagnostics: Diagnostic[] }> {
  // Windows has no O_NOFOLLOW; there the walk's lstat has to do.
  const handle = await open(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const { size } = await handle.stat()
    if (size <= most) return readBytes(file, await handle.readFile())
    const found = `expected at most ${most} bytes, found ${size}`
    return { text: null, diagnostics: [report(SIZE, { file, line: 1, column: 1 }, found)] }
  } finally {
    await handle.close()
  }
}
