import type { Environment } from '#features/evidence/environment-model.ts'
import type { Run, RunKind } from '#features/evidence/run-model.ts'

/** A file as the operator named it. */
export interface NamedFile {
  readonly absolute: string
  /** As messages name it. */
  readonly file: string
}

/** What is to be imported: what the files cannot say, and where they lie. */
export interface ImportRequest {
  /** Absolute. */
  readonly evidenceFolder: string
  readonly kind: RunKind
  readonly environment: Environment
  readonly runId: string
  readonly subject: Run['subject']
  readonly command: string
  readonly startedAt: string
  readonly finishedAt: string
  /** Null where there was none. */
  readonly broker: Run['broker']
  readonly replays: Run['replays']
  readonly summary: NamedFile
  /** What the run sent, for the first time or, of a replay, again; null: no such file. */
  readonly outbox: NamedFile | null
  readonly dlq: NamedFile | null
  /** Whether to write nothing. */
  readonly isDryRun: boolean
}
