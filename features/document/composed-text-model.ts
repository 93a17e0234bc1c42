import type { ContentClass } from '#features/access/class-model.ts'
import type { Section } from '#features/document/section-model.ts'
import type { TextPart } from '#features/document/text-part-model.ts'

/** Where a text has what not everybody may read who may read the text. */
export interface Gap {
  /** The whole section, or its notes alone. */
  readonly kind: 'section' | 'note'
  /** Position of the section. */
  readonly section: number
  /** Its key. */
  readonly key: string
  /** Number of its workstream; null where it has none. */
  readonly number: number | null
  /** Who may read it. */
  readonly class: ContentClass
}

/** Of the column `gaps`, which ingest writes. */
export const gapsOf = (column: unknown): readonly Gap[] => column as Gap[]

/** What is kept of a section that the reader may read. */
interface KeptHead extends Pick<Section, 'key' | 'number' | 'heading' | 'anchor'> {
  readonly position: number
}

/** What the reader may read of a text. */
export interface ReadableText {
  readonly title: string
  /** In their order. */
  readonly parts: readonly Pick<TextPart, 'position' | 'section' | 'kind' | 'words'>[]
  /** In their order. */
  readonly heads: readonly KeptHead[]
  /** All there are, also those that the reader may read. */
  readonly gaps: readonly Gap[]
}

/** What of a section the reader may not read. */
export interface SectionGap {
  /** Class of the section, where it is withheld whole: then it has neither heading nor words. */
  readonly withheld: ContentClass | null
  /** Class of its notes, where they alone are withheld. */
  readonly withheldNotes: ContentClass | null
}

/** A section as far as the reader may read it. */
export type ComposedSection = Section & SectionGap

/** A text as far as the reader may read it. Lines of its sections are lines of `markdown`. */
export interface ComposedText {
  readonly title: string
  /** Without front matter; what is withheld leaves a heading without words, or a comment. */
  readonly markdown: string
  readonly sections: readonly ComposedSection[]
}
