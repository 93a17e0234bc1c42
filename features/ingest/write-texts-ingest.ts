import { localeOf } from '#features/document/document-rows.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument, ProjectedText } from '#features/ingest/projection-model.ts'
import { type NewRevision, newRevision, revisionKey } from '#features/ingest/revision-row-rules.ts'
import { type TextChange, type TextState, textChanges } from '#features/ingest/text-change-rules.ts'
import { writeRevisions } from '#features/ingest/write-revisions-ingest.ts'
import { writeStanding } from '#features/ingest/write-standing-ingest.ts'

const STUB = {
  id: true,
  documentPath: true,
  locale: true,
  recordedAt: true,
  hash: true,
  commit: true,
  standing: { select: { isCurrent: true } },
} as const

type Stub = Awaited<ReturnType<typeof readStubs>>[number]

const readStubs = (transaction: Transaction) => transaction.textRevision.findMany({ select: STUB })

const textKey = (path: string, locale: string) => `${path} ${locale}`

/**
 * The revisions of a text that stand, by their keys, and those that may need to be added for that.
 * @param ingested what the database has of the text without a commit
 */
function standingOf(
  document: ProjectedDocument,
  text: ProjectedText,
  ingested: readonly Stub[],
  now: Date,
): { current: string; past: string[]; added: NewRevision[] } {
  const committed = text.committed.map(({ hash, recordedAt, commit, facts }) => ({
    key: revisionKey({ documentPath: document.path, locale: text.locale, recordedAt, hash, commit }),
    added: facts ? newRevision(document, text, facts, recordedAt, commit) : null,
  }))
  const added = committed.flatMap(revision => revision.added ?? [])
  const keys = committed.map(revision => revision.key)
  const newest = keys.at(-1)
  if (text.isCommitted && newest !== undefined) return { current: newest, past: keys.slice(0, -1), added }
  // Where git knows nothing of a text, its ingests are all the history it has.
  const past = committed.length > 0 ? keys : ingested.map(revisionKey)
  // A text that is not committed keeps the revision of the ingest that first saw it as it is.
  const same = ingested.find(stub => stub.standing?.isCurrent && stub.hash === text.facts.hash)
  const own = newRevision(document, text, text.facts, now, null)
  const current = same ? revisionKey(same) : own.key
  return { current, past: past.filter(key => key !== current), added: same ? added : [...added, own] }
}

/** What was written of texts. */
export interface WrittenTexts {
  readonly rows: number
  readonly changes: readonly TextChange[]
  /** Whether other revisions stand of a text whose words are the same: which commit they are of, or what was before them. */
  readonly isHistoryOther: boolean
}

const statesOf = (stubs: readonly Stub[]): TextState[] =>
  stubs
    .filter(({ standing }) => standing?.isCurrent)
    .map(({ documentPath, locale, hash }) => ({ path: documentPath, locale: localeOf(locale), hash }))

/** Brings revisions in line, and which of them stand. Of a document that is gone none does. */
export async function writeTexts(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
  now: Date,
): Promise<WrittenTexts> {
  const stubs = await readStubs(transaction)
  const idOf = new Map(stubs.map(row => [revisionKey(row), row.id]))
  const ingested = Map.groupBy(
    stubs.filter(row => row.commit === null),
    row => textKey(row.documentPath, row.locale),
  )
  const texts = documents.flatMap(document =>
    document.texts.map(text => {
      const drafts = ingested.get(textKey(document.path, text.locale)) ?? []
      return { document, text, ...standingOf(document, text, drafts, now) }
    }),
  )
  const lacking = new Map<string, NewRevision>()
  for (const revision of texts.flatMap(({ added }) => added))
    if (!idOf.has(revision.key)) lacking.set(revision.key, revision)
  const { ids, changed } = await writeRevisions(transaction, [...lacking.values()])
  const standing = texts.flatMap(({ document, text, current, past }) =>
    [...past, current].map(key => ({
      textRevisionId: idOf.get(key) ?? ids.get(key) ?? 0,
      documentPath: document.path,
      locale: text.locale,
      isCurrent: key === current,
      class: document.class,
    })),
  )
  const stood = await writeStanding(transaction, standing)
  const after = texts.map(({ document: { path }, text: { locale, facts } }) => ({
    path,
    locale,
    hash: facts.hash,
  }))
  const changes = textChanges(statesOf(stubs), after)
  const told = new Set(changes.map(({ path, locale }) => textKey(path, locale)))
  return {
    rows: changed + stood.length,
    changes,
    isHistoryOther: stood.some(row => !told.has(textKey(row.documentPath, row.locale))),
  }
}
