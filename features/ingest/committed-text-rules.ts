import { readBytes } from '#features/document/bytes-rules.ts'
import type { TextFacts } from '#features/document/text-facts-model.ts'
import { factsOf } from '#features/document/text-facts-rules.ts'
import { readText } from '#features/document/text-rules.ts'

/** Texts by git's ids of their bytes; null for what is no text. */
export type CommittedTexts = Map<string, TextFacts | null>

/** A committed state of a text as it is, whatever rules it breaks; null where it is no text. */
export function committedFacts(file: string, bytes: Uint8Array): TextFacts | null {
  const { text: markdown } = readBytes(file, bytes)
  return markdown === null ? null : factsOf(file, markdown, readText(file, markdown).text)
}
