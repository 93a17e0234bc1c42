import type { RootContent } from 'mdast'

/** A part of a document that begins with a heading of level 2; the words before the first one have none. */
export interface Section {
  /** The workstream it belongs to, from a heading such as `3. Title`; null where it has no number. */
  readonly number: number | null
  /** Heading without its number; empty for the words before the first heading. */
  readonly heading: string
  /** The same in every language of the document (docs/decisions/0026): `top`, `w-3`, `w-3.1`, or as its text names it. */
  readonly key: string
  /** Unique in its document; the same in every language for a numbered section (`w-3`). */
  readonly anchor: string
  /** 1-based line of its heading. */
  readonly line: number
  /** What follows the heading, without it. */
  readonly nodes: readonly RootContent[]
}
