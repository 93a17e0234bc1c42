import type { ReadDocument } from '#features/document/read-model.ts'
import type { CommittedTexts } from '#features/ingest/committed-text-rules.ts'
import type { History } from '#features/ingest/history-model.ts'
import { readRevisions } from '#features/ingest/revisions-ingest.ts'
import type { SectionState } from '#features/localization/drift-model.ts'
import { statesByKey } from '#features/localization/drift-rules.ts'

/** States of the sections of a document's authoritative text, by their keys, the oldest first. */
export type SectionStates = ReadonlyMap<string, readonly SectionState[]>

/**
 * What the sections of authoritative texts said, commit by commit, and as their files have them now.
 * @param read what has been read of git already; what is read is added
 * @returns by the path of the document
 */
export async function readSectionStates(
  folder: string,
  documents: readonly ReadDocument[],
  history: History,
  read: CommittedTexts,
  now: Date,
): Promise<ReadonlyMap<string, SectionStates>> {
  const prevailing = documents.map(document => ({ ...document, sources: [document.authoritative] }))
  const { revisions } = await readRevisions(folder, prevailing, history, new Map(), read)
  return new Map(
    documents.map(({ found, authoritative: { source, facts } }) => {
      const committed = revisions.get(source.path)?.states ?? []
      const states = [...committed, { recordedAt: now, facts }]
      const said = states.flatMap(state =>
        (state.facts?.sections ?? []).map(({ key, hash }) => ({
          key,
          state: hash,
          since: state.recordedAt,
        })),
      )
      return [found.path, statesByKey(said)]
    }),
  )
}
