/** A commit that left a file with other bytes than it had before. */
export interface Change {
  readonly commit: string
  /** The committer's. */
  readonly time: Date
  /** E-mail address of the author, as the commit has it. */
  readonly author: string
  /** Whether older commits may be missing: the commit is where a shallow clone begins. */
  readonly isBoundary: boolean
  /** Git's id of the bytes; null where the commit deleted the file, or made it something else than a file. */
  readonly blob: string | null
}

/** Changes of each file, by its path in the content folder, the oldest first. */
export type History = ReadonlyMap<string, readonly Change[]>

/** What git knows of a content folder. */
export interface Past {
  /** Null without commits. */
  readonly head: string | null
  /** On the first parents of HEAD: what the folder itself went through. */
  readonly history: History
  /** Of ledgers alone, on every parent of HEAD and of what a merge under way brings; a merge that took a file over from a parent left it as it was. */
  readonly ledgers: History
}
