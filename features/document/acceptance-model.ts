import type { RootContent } from 'mdast'

/** A criterion of a section: a task list item, `- [ ]` or `- [x]`. */
export interface AcceptanceItem {
  readonly met: boolean
  /** 1-based line. */
  readonly line: number
  /** What it says, items below it included. */
  readonly nodes: readonly RootContent[]
}
