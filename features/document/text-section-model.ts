import type { Section } from '#features/document/section-model.ts'

/** What the portal keeps of a section of a text. */
export interface TextSection extends Pick<Section, 'key' | 'number' | 'anchor'> {
  /** Without its number; of the words before the first heading the title of the text. */
  readonly heading: string
  /** 12 hexadecimal digits of the sha-256 of its words (section-words-rules.ts). */
  readonly hash: string
}
