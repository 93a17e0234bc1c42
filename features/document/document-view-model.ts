import type { ContentClass } from '#features/access/class-model.ts'
import type { Day } from '#features/checklist/calendar-model.ts'
import type { TrackerRow } from '#features/checklist/tracker-model.ts'
import type { SectionGap } from '#features/document/composed-text-model.ts'
import type { Metadata, RequiredMetadata } from '#features/document/document-model.ts'
import type { Section } from '#features/document/section-model.ts'
import type { EvidenceMapping } from '#features/evidence/mapping-model.ts'
import type { Term } from '#features/glossary/glossary-model.ts'
import type { AuthoredText, Authority } from '#features/localization/authority-model.ts'
import type { Locale, TextLocale } from '#features/localization/locale-model.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'

/** The shelf a document stands on, and the policy that governs it. */
export interface Category {
  readonly code: string
  readonly title: Partial<Record<Locale, string>>
  readonly version: string
  readonly ownerRole: string
  readonly reviewCycleDays: number
  readonly approvalAuthority: readonly string[]
}

/** What the shown text is, and where it comes from. */
export interface TextStanding {
  readonly lang: TextLocale
  readonly authority: Authority
  /** Revisions by which its section that is furthest behind is; null where that is not known. */
  readonly behind: number | null
  readonly authoritativeLocale: TextLocale
  /** Whether the category's approval authority has approved the authoritative text. */
  readonly approved: boolean
  readonly recordedAt: Date
  readonly origin: 'commit' | 'ingest'
  readonly commit: string | null
  /** The portal has no text as old as the day asked for, and shows its oldest one. */
  readonly isLaterThanAsked: boolean
}

/** The texts of a document, in all its languages, that had been recorded as a day ended. */
export interface KnownTexts {
  readonly count: number
  /** ISO 8601 instant of the newest; null where there was none yet. */
  readonly newestAt: string | null
}

/** A document as lists show it. Metadata is the authoritative text's. */
export interface DocumentHead {
  /** Category and slug, e.g. `80_chain/no-rework-migration-checklist`. */
  readonly path: string
  readonly title: AuthoredText
  readonly metadata: Metadata
  readonly missingMetadata: readonly RequiredMetadata[]
  readonly reviewOverdueDays: number
  readonly isChecklist: boolean
  /** First day of which the portal has a record: of a checklist its baseline, of another document its oldest text. */
  readonly recordedSince: Day
  readonly knownTexts: KnownTexts
  readonly locales: readonly TextLocale[]
  /** The language it was first written in. */
  readonly sourceLocale: TextLocale
  readonly category: Category
  readonly standing: TextStanding
}

/** A row of the tracker: the facts of the authoritative text, the title in the language shown. */
export interface TitledTrackerRow extends Omit<TrackerRow, 'title'> {
  readonly title: AuthoredText
}

/** A section as a page shows it: its words, and what they count for. */
export interface ShownSection extends Section, SectionGap, SectionStanding {
  /** What stands below its heading, as its author wrote it. */
  readonly markdown: string
  /** Where the prevailing text has it; null where it has none. */
  readonly prevailingAnchor: string | null
}

/** A document opened. */
export interface DocumentView extends DocumentHead {
  /** The text shown, without front matter, as far as the reader may read it; places of its sections are lines of it. */
  readonly markdown: string
  readonly tracker: readonly TitledTrackerRow[]
  /** What the authoritative text asks of evidence. */
  readonly evidenceMapping: EvidenceMapping
  /** Each in the language shown or, where that lacks it, in the nearest that has it. */
  readonly sections: readonly ShownSection[]
  /** What the title counts for. */
  readonly top: SectionStanding
  /** Paths of the documents that its links may lead to: of those that the reader may open. */
  readonly linkable: ReadonlySet<string>
  /** What its words may lead to in the glossary. */
  readonly terms: readonly Term[]
}

/** What a reader's scope does not let them see: how many documents, sections or notes of a class, and where. */
export interface Withheld {
  readonly place: string
  readonly kind: 'document' | 'section' | 'note'
  readonly class: ContentClass
  readonly count: number
}

export interface Shelf {
  readonly category: Category
  readonly documents: readonly DocumentHead[]
  /** Whether the shelf has more documents, after these. */
  readonly hasMore: boolean
  readonly withheld: readonly Withheld[]
}
