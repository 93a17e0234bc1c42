import type { Wording } from '#features/localization/wording.ts'
import type { FileWish } from '#features/portal/file-model.ts'
import type { PortalState } from '#features/portal/portal-model.ts'

/** What every twin is made with. */
export interface TwinContext {
  readonly wish: FileWish
  readonly wording: Wording
  readonly portal: PortalState
  /** Address of the page it is a twin of, without the language. */
  readonly path: string
  /** What its address asks for besides language and day, e.g. `?before=51`. */
  readonly query: string
}
