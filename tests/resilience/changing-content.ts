import { formatDiagnostic } from '#features/diagnostic/diagnostic-model.ts'
import { ingest } from '#features/ingest/ingest.ts'

/** A content folder that is taken in again and again, with one word changed. */
export interface ChangingContent {
  /** Takes in a state that never was before, and gives its revision. */
  ingestNext(): Promise<string>
}

/** @param change writes the state of a number into the folder */
export function changingContent(
  contentFolder: string,
  databaseUrl: string,
  change: (state: number) => void,
): ChangingContent {
  let state = 0
  return {
    async ingestNext() {
      state += 1
      change(state)
      const request = { contentFolder, databaseUrl, now: new Date(), onProgress: () => {} }
      const { revision, diagnostics } = await ingest(request)
      if (revision === null) throw new Error(diagnostics.map(formatDiagnostic).join('\n'))
      return revision
    },
  }
}
