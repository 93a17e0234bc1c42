import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { IngestChanges } from '#features/portal/ingest-changes-model.ts'

/** Of what the portal holds, as an ingest left it. */
export interface HeldCounts {
  readonly documents: number
  /** In all their languages. */
  readonly texts: number
  /** Of every ledger. */
  readonly lines: number
}

export interface TakenIn extends HeldCounts {
  readonly revision: string
  readonly ingestedAt: Date
  /** What it changed; null: it was not recorded then. */
  readonly changes: IngestChanges | null
}

/** An ingest beside the one before it. */
export interface IngestStep extends TakenIn {
  /** Differences from the ingest before; null of the first one. */
  readonly change: HeldCounts | null
}

/** A page of the ingests that changed something. */
export interface IngestPage {
  /** The newest first. */
  readonly steps: readonly IngestStep[]
  /** Titles of the documents named, by path; those that the day does not have lack. */
  readonly titles: ReadonlyMap<string, AuthoredText>
  /** Runs named that the portal still shows, by their ids. */
  readonly shownRuns: ReadonlySet<string>
  /** Whether there are older ones. */
  readonly hasMore: boolean
}

/** Ingests with the differences between them. @param ingests the newest first; the oldest of them is told by the one before it */
export const ingestSteps = (ingests: readonly TakenIn[], before: TakenIn | null): IngestStep[] =>
  ingests.map((ingest, index) => {
    const previous = ingests[index + 1] ?? before
    const change = previous && {
      documents: ingest.documents - previous.documents,
      texts: ingest.texts - previous.texts,
      lines: ingest.lines - previous.lines,
    }
    return { ...ingest, change }
  })
