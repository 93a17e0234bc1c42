import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { Phrase } from '#features/localization/phrase-rules.ts'

/** The most entries that a feed has. */
export const NEWEST = 50

export type EntryKind = 'change' | 'blocker' | 'completed' | 'missed-friday'

export interface FeedEntry {
  /** A URN that never changes, whatever the portal's address. */
  readonly id: string
  readonly kind: EntryKind
  readonly title: Phrase
  /** Instants, ISO 8601. */
  readonly published: string
  readonly updated: string
  /** The page it speaks of, whole. */
  readonly address: string
  /** The role that recorded it; null: the portal noticed it. */
  readonly author: string | null
  readonly paragraphs: readonly Phrase[]
}

export interface Feed {
  readonly id: string
  readonly locale: string
  readonly title: string
  readonly subtitle: string
  readonly rights: string
  readonly self: string
  readonly alternate: string
  readonly author: string
  readonly updated: string
  readonly entries: readonly FeedEntry[]
  /** What readers must know of words that are not in the feed's language or do not prevail. */
  readonly remarkOn: (text: AuthoredText) => string | null
}
