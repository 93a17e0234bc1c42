export const KINDS = ['document', 'section', 'workstream', 'note', 'run', 'term'] as const
export type Kind = (typeof KINDS)[number]

/** Words of an item in one language, as search is to know them. */
export interface SearchEntry {
  /** What it is the words of: the same in every language, e.g. `workstream:80_chain/a/3`. */
  readonly item: string
  readonly kind: Kind
  /** Null for what is in no language. */
  readonly lang: string | null
  readonly documentPath: string | null
  readonly categoryCode: string | null
  /** Of the workstream it belongs to. */
  readonly number: number | null
  /** Of its section on the page of its document. */
  readonly anchor: string | null
  readonly title: string
  readonly body: string
  /** Identifiers that are its own. */
  readonly names: readonly string[]
  /** Identifiers that bear on it and are not in its words. */
  readonly codes: readonly string[]
}
