import type { Reader } from '#features/access/reader-model.ts'
import { readerOf } from '#features/access/session-model.ts'

/** By which the gate tells the renderer who has signed in. Nothing that a reader sends gets as far as that. */
export const READER_HEADER = 'x-mza-reader'

/** In letters that any header may have. */
export const writeReader = (reader: Reader): string => encodeURIComponent(JSON.stringify(reader))

export const parseReader = (header: string | null): Reader | null =>
  header === null ? null : readerOf(JSON.parse(decodeURIComponent(header)))
