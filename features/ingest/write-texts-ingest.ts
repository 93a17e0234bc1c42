import type { Transaction } from '#features/ingest/database-ingest.ts'
import type { ProjectedDocument, ProjectedText } from '#features/ingest/projection-model.ts'
import { type NewRevision, newRevision, revisionKey } from '#features/ingest/revision-row-rules.ts'
import { writeRevisions } from '#features/ingest/write-revisions-ingest.ts'

const STUB = {
  id: true,
  documentPath: true,
  locale: true,
  recordedAt: true,
  hash: true,
  origin: true,
} as const

type Current = Awaited<ReturnType<typeof readCurrent>>[number]

const readCurrent = (transaction: Transaction) =>
  transaction.currentText.findMany({ include: { revision: { select: STUB } } })

const textKey = (path: string, locale: string) => `${path} ${locale}`

/** The revision a text stands at, by its key, and the revisions it may need to have been added for that. */
function standingOf(
  document: ProjectedDocument,
  text: ProjectedText,
  current: Current | undefined,
  now: Date,
) {
  const committed = text.committed.map(({ hash, recordedAt, commit, facts }) => ({
    key: revisionKey({ documentPath: document.path, locale: text.locale, recordedAt, hash }),
    added: facts ? newRevision(document, text, facts, recordedAt, commit) : null,
  }))
  const added = committed.flatMap(revision => revision.added ?? [])
  const last = committed.at(-1)
  if (text.isCommitted && last) return { key: last.key, added }
  // A text that is not committed keeps the revision of the ingest that first saw it as it is.
  const { revision } = current ?? {}
  if (revision?.origin === 'ingest' && revision.hash === text.facts.hash)
    return { key: revisionKey(revision), added }
  const own = newRevision(document, text, text.facts, now, null)
  return { key: own.key, added: [...added, own] }
}

/** Brings revisions and current texts in line. A document that is gone loses its current texts only. */
export async function writeTexts(
  transaction: Transaction,
  documents: readonly ProjectedDocument[],
  now: Date,
): Promise<number> {
  const current = new Map(
    (await readCurrent(transaction)).map(row => [textKey(row.documentPath, row.locale), row]),
  )
  const stubs = await transaction.textRevision.findMany({ select: STUB })
  const idOf = new Map(stubs.map(row => [revisionKey(row), row.id]))
  const texts = documents.flatMap(document =>
    document.texts.map(text => {
      const row = current.get(textKey(document.path, text.locale))
      return { document, text, row, ...standingOf(document, text, row, now) }
    }),
  )
  const lacking = new Map<string, NewRevision>()
  for (const revision of texts.flatMap(({ added }) => added))
    if (!idOf.has(revision.key)) lacking.set(revision.key, revision)
  const { ids, changed } = await writeRevisions(transaction, [...lacking.values()])
  const wanted = texts.map(({ document, text, row, key }) => ({
    row,
    data: {
      documentPath: document.path,
      locale: text.locale,
      textRevisionId: idOf.get(key) ?? ids.get(key) ?? 0,
      class: document.class,
    },
  }))
  const kept = new Set(wanted.map(({ data }) => textKey(data.documentPath, data.locale)))
  const gone = [...current.values()].filter(row => !kept.has(textKey(row.documentPath, row.locale)))
  const moved = wanted.filter(({ row, data }) => row?.textRevisionId !== data.textRevisionId)
  for (const { documentPath, locale } of [...gone, ...moved.map(({ data }) => data)]) {
    await transaction.currentText.deleteMany({ where: { documentPath, locale } })
  }
  if (moved.length > 0) await transaction.currentText.createMany({ data: moved.map(({ data }) => data) })
  return changed + gone.length + moved.length
}
