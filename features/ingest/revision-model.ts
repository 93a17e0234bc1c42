import type { TextFacts } from '#features/document/text-facts-model.ts'

/** A state of a text that was committed. */
export interface CommittedRevision {
  readonly commit: string
  readonly recordedAt: Date
  readonly hash: string
  /** Null where the database has the revision already. */
  readonly facts: TextFacts | null
}

/** What git has of each text, by the path of its file. */
export type Revisions = ReadonlyMap<
  string,
  {
    /** The oldest first. */
    readonly states: readonly CommittedRevision[]
    /** Hash of the text as committed last; null where it has been deleted since, or never was. */
    readonly newest: string | null
  }
>

/** Hashes of the revisions a database has, by document, language and commit. */
export type KnownRevisions = ReadonlyMap<string, string>

export const knownKey = (documentPath: string, locale: string, commit: string): string =>
  `${documentPath} ${locale} ${commit}`
