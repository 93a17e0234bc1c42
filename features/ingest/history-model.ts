/** A commit that left a file with other bytes than it had before. */
export interface Change {
  readonly commit: string
  /** The committer's. */
  readonly time: Date
  /** Git's id of the bytes; null where the commit deleted the file, or made it something else than a file. */
  readonly blob: string | null
}

/** Changes of each file, by its path in the content folder, the oldest first. */
export type History = ReadonlyMap<string, readonly Change[]>
