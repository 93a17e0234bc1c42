import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { MAX_TEXT_BYTES } from '#features/document/file-ingest.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import type { TextFacts } from '#features/document/text-facts-model.ts'
import { readBlobs } from '#features/ingest/blobs-ingest.ts'
import { type CommittedTexts, committedFacts } from '#features/ingest/committed-text-rules.ts'
import type { Change, History } from '#features/ingest/history-model.ts'
import {
  type CommittedRevision,
  type KnownRevisions,
  knownKey,
  type Revisions,
} from '#features/ingest/revision-model.ts'

const UNREADABLE: Rule = {
  code: 'history-unreadable',
  severity: 'warning',
  mend: 'Nothing needs to be done: the portal passes over this state of the text.',
}

interface Text {
  readonly file: string
  readonly path: string
  readonly changes: readonly Change[]
  readonly known: (commit: string) => string | undefined
}

/** The states of one text in their order; a commit that left it the same to a reader is none. */
function statesOf(
  { file, changes, known }: Text,
  read: ReadonlyMap<string, TextFacts | null>,
  diagnostics: Diagnostic[],
) {
  const states: CommittedRevision[] = []
  let before: string | null = null
  for (const { commit, time: recordedAt, blob } of changes) {
    const facts = blob === null ? null : (read.get(blob) ?? null)
    const hash: string | null = known(commit) ?? facts?.hash ?? null
    if (blob !== null && hash === null) {
      diagnostics.push(
        report(
          UNREADABLE,
          { file, line: 1, column: 1 },
          `expected a text in commit ${commit.slice(0, 12)}, found none`,
        ),
      )
      continue
    }
    if (hash !== null && hash !== before) {
      states.push({ commit, recordedAt, hash, facts: known(commit) === undefined ? facts : null })
    }
    before = hash
  }
  return { states, newest: before }
}

/**
 * Reads from git every committed state of the documents' texts that the database does not have yet.
 * @param read what has been read of git already; what is read is added
 */
export async function readRevisions(
  folder: string,
  documents: readonly ReadDocument[],
  history: History,
  knownRevisions: KnownRevisions,
  read: CommittedTexts,
): Promise<{ revisions: Revisions; diagnostics: Diagnostic[] }> {
  const texts: Text[] = documents.flatMap(({ found, sources }) =>
    sources.map(({ locale, source: { file, path } }) => ({
      file,
      path,
      changes: history.get(path) ?? [],
      known: (commit: string) => knownRevisions.get(knownKey(found.path, locale, commit)),
    })),
  )
  const fileOf = new Map(
    texts.flatMap(({ file, changes, known }) =>
      changes.flatMap(({ blob, commit }) =>
        blob !== null && known(commit) === undefined ? [[blob, file] as const] : [],
      ),
    ),
  )
  const lacking = [...fileOf.keys()].filter(blob => !read.has(blob))
  await readBlobs(folder, lacking, MAX_TEXT_BYTES, (blob, bytes) => {
    read.set(blob, committedFacts(fileOf.get(blob) ?? '', bytes))
  })
  const diagnostics: Diagnostic[] = []
  const revisions = new Map(texts.map(text => [text.path, statesOf(text, read, diagnostics)]))
  return { revisions, diagnostics }
}
