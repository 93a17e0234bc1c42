import type { WrittenRuns } from '#features/evidence/written-runs-model.ts'
import type { TextChange } from '#features/ingest/text-change-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'
import type {
  ChangedDocument,
  ChangedWhole,
  IngestChanges,
  ListOf,
} from '#features/portal/ingest-changes-model.ts'

/** Documents, or runs, that an ingest's row names: a first one takes in thousands. */
const MOST_NAMED = 200

/** What the writers of an ingest changed. */
export interface Written {
  /** Whether another version of the program had written what there was. */
  readonly isReadAgain: boolean
  /** Rows. */
  readonly categories: number
  readonly terms: number
  /** Paths of documents that were known. */
  readonly reclassed: readonly string[]
  readonly texts: readonly TextChange[]
  /** Whether the same words are of another commit, or lines were entered at another time. */
  readonly isHistoryOther: boolean
  readonly lines: number
  readonly runs: WrittenRuns
}

const listOf = <T>(all: readonly T[]): ListOf<T> => ({ total: all.length, named: all.slice(0, MOST_NAMED) })

const byPath = (one: ChangedDocument, other: ChangedDocument): number => (one.path < other.path ? -1 : 1)

function changedDocuments({ texts, reclassed }: Written): ChangedDocument[] {
  const changes = Map.groupBy(texts, ({ path }) => path)
  const others = new Set(reclassed)
  const paths = new Set([...changes.keys(), ...others])
  return [...paths]
    .map(path => {
      const localesOf = (asked: TextChange['change']) => {
        const found = (changes.get(path) ?? []).filter(({ change }) => change === asked)
        return TEXT_LOCALES.filter(locale => found.some(one => one.locale === locale))
      }
      return {
        path,
        came: localesOf('came'),
        changed: localesOf('changed'),
        gone: localesOf('gone'),
        isReclassed: others.has(path),
      }
    })
    .toSorted(byPath)
}

/** What an ingest that changed something says that it changed; where nothing of it has a name, that it was something else. */
export function ingestChanges(written: Written): IngestChanges {
  const { lines, runs } = written
  const documents = listOf(changedDocuments(written))
  const wholes: ChangedWhole[] = []
  if (written.isReadAgain) wholes.push('again')
  if (written.categories > 0) wholes.push('categories')
  if (written.terms > 0) wholes.push('terms')
  if (written.isHistoryOther) wholes.push('history')
  const listed = documents.total + lines + runs.came.length + runs.gone.length + runs.judged.length
  if (listed === 0 && wholes.length === 0) wholes.push('other')
  return {
    documents,
    lines,
    runs: { came: listOf(runs.came), gone: listOf(runs.gone), judged: listOf(runs.judged) },
    wholes,
  }
}
