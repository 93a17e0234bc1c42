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
}

/** An ingest beside what it changed. */
export interface IngestStep extends TakenIn {
  /** Differences from the ingest before; null of the first one. */
  readonly change: HeldCounts | null
}

/** A page of the ingests that changed something. */
export interface IngestPage {
  /** The newest first. */
  readonly steps: readonly IngestStep[]
  /** Whether there are older ones. */
  readonly hasMore: boolean
}

/** Ingests with what each changed. @param ingests the newest first; the oldest of them is told by the one before it */
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
