import type { Status } from '#features/checklist/status-model.ts'
import type { Withheld } from '#features/document/document-view-model.ts'
import type { WithheldEvidence } from '#features/evidence/withheld-evidence-rules.ts'
import type { AuthoredText, Authority } from '#features/localization/authority-model.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'
import type { Kind } from '#features/search/entry-model.ts'

/** What a reader asks for. */
export interface SearchWish {
  /** As it was written. */
  readonly text: string
  /** Code of a category. */
  readonly category: string | null
  /** Of workstreams. */
  readonly status: Status | null
  /** Of the words that match. */
  readonly language: TextLocale | null
  /** From 1. */
  readonly page: number
}

/** A piece of a snippet. */
export interface SnippetPiece {
  readonly text: string
  /** Whether it is what was asked for. */
  readonly isMatch: boolean
}

/** Words around what matched, with their language, null where they are in none, and what they count for. */
export interface Snippet extends Pick<AuthoredText, 'behind'> {
  readonly pieces: readonly SnippetPiece[]
  readonly lang: TextLocale | null
  readonly authority: Authority | null
  /** Language of the text that prevails over it, or that it is. */
  readonly prevailing: TextLocale | null
}

/** One thing found, in however many languages. */
export interface SearchItem {
  readonly kind: Kind | 'record'
  /** Address of its page without the language; it may hold a query and a fragment. */
  readonly path: string
  /** What it is called, in the reader's language or the nearest; `verbatim` where it is in none. */
  readonly title: AuthoredText | { readonly verbatim: string }
  /** Title of the document that it is a part of; null where it is none. */
  readonly document: AuthoredText | null
  /** Language of the text that prevails over what they are called; null where it is called so in none. */
  readonly prevailing: TextLocale | null
  /** Of the workstream that it is, or is of. */
  readonly number: number | null
  readonly status: Status | null
  readonly category: string | null
  /** Languages of the words that match. */
  readonly languages: readonly TextLocale[]
  readonly snippet: Snippet | null
}

export interface SearchFound {
  readonly items: readonly SearchItem[]
  /** How many there are on all pages. */
  readonly total: number
  /** There are more, which were not looked at: the words are too common. */
  readonly isCut: boolean
  readonly pages: number
  /** How many of all of them have every word: they come first, and the others have some of the words. */
  readonly whole: number
  /** Words of the query that nothing has, and the words that were looked for instead. */
  readonly replaced: readonly { readonly asked: string; readonly found: readonly string[] }[]
  /** Words of the query beyond those that were looked for. */
  readonly leftOut: number
  /** Records that could have what is looked for, and that this reader does not see. */
  readonly withheld: readonly WithheldEvidence[]
}

/** Items that one page shows. */
export const PAGE_LENGTH = 10

/** What an address asks for, and what was found; null where it asks for nothing yet. */
export interface AskedSearch {
  readonly wish: SearchWish
  readonly found: SearchFound | null
  /** Documents of the categories that are searched, which are not: the reader's scope does not see them. */
  readonly withheld: readonly Withheld[]
}
