import type { IngestChanges, ListOf } from '#features/portal/ingest-changes-model.ts'

const cutList = <T>({ total, named }: ListOf<T>, most: number): ListOf<T> => ({
  total,
  named: named.slice(0, most),
})

/** What an ingest changed, each of its lists with so many names at most and how many there are. */
export const cutChanges = ({ documents, runs, ...changes }: IngestChanges, most: number): IngestChanges => ({
  ...changes,
  documents: cutList(documents, most),
  runs: {
    came: cutList(runs.came, most),
    gone: cutList(runs.gone, most),
    judged: cutList(runs.judged, most),
  },
})
