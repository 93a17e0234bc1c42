/** What a part of a text is, for who may read it. */
export type PartKind = 'words' | 'note' | 'footnote'

/** Some whole lines of a text that the same readers may read. */
export interface TextPart {
  /** From 0, in the order of the text; what is referred to refers by it. */
  readonly position: number
  /** Position of the section whose lines they are: 0 is what stands before the first heading. */
  readonly section: number
  /** A blocker note, a footnote, or whatever else there is. */
  readonly kind: PartKind
  /** Of a footnote: positions of the parts, none of them a footnote, that refer to it, be it by another. */
  readonly usedBy: readonly number[]
  readonly words: string
}

/** A text cut into parts: front matter and parts together are the text. */
export interface CutText {
  readonly front: string
  readonly parts: readonly TextPart[]
}
