import type { Wish } from '#features/api/request-rules.ts'

/** What a request for a file asks for. */
export interface FileWish extends Wish {
  /** Scheme, host and port by which readers know the portal. */
  readonly origin: string
  /** The parameters given; language and day have been read. */
  readonly query: URLSearchParams
}

/** A text that leaves the portal: a feed, a table, a twin of a page. */
export interface PortalFile {
  /** Media type with its charset. */
  readonly type: string
  readonly body: string
  /** The name to save it under; null where it is to be shown. */
  readonly saveAs: string | null
}

/** Why there is no such file. */
export interface NoFile {
  readonly status: 400 | 404
  /** "Expected …, found …." */
  readonly detail: string
}
