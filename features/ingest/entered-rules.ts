import type { CommittedLine } from '#features/ingest/committed-line-model.ts'

/** When a line was first committed, ISO 8601; null where no commit has it, or an older one may have had it before. */
export const enteredAt = (line: CommittedLine | undefined): string | null =>
  line && !line.entry.isBoundary ? line.entry.time.toISOString() : null
