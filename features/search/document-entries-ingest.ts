import { CONTENT_CLASSES, type ContentClass, isStricter } from '#features/access/class-model.ts'
import { startOfDay } from '#features/checklist/calendar-rules.ts'
import { gapsOf } from '#features/document/composed-text-model.ts'
import { composeText } from '#features/document/composed-text-rules.ts'
import { dayOf, mappingOf } from '#features/document/document-rows.ts'
import type { PartKind } from '#features/document/text-part-model.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import { documentEntries } from '#features/search/document-entries-rules.ts'
import type { SearchEntry } from '#features/search/entry-model.ts'
import { heldSpans } from '#features/search/held-rules.ts'
import { noteEntries } from '#features/search/note-entries-rules.ts'
import type { HeldEntry } from '#features/search/write-entries-ingest.ts'

type RevisionRow = Awaited<ReturnType<typeof readRevisions>>[number]
type LineRow = Awaited<ReturnType<typeof readLines>>[number]

const readRevisions = (transaction: Transaction, paths: readonly string[]) =>
  transaction.textRevision.findMany({
    where: { documentPath: { in: [...paths] }, standing: { isNot: null } },
    omit: { markdown: true },
    include: {
      trackerRows: { orderBy: { number: 'asc' } },
      parts: { orderBy: { position: 'asc' } },
      sections: { orderBy: { position: 'asc' } },
    },
  })

const readLines = (transaction: Transaction, paths: readonly string[]) =>
  transaction.ledgerLine.findMany({
    where: { documentPath: { in: [...paths] } },
    include: { words: true },
  })

/** A document with its standing texts and its ledger. */
interface DocumentRow {
  readonly categoryCode: string
  readonly revisions: readonly (RevisionRow & { readonly isCurrent: boolean })[]
  readonly lines: readonly LineRow[]
}

/** From when the portal has a record of a document: opened-document-queries.ts says it to pages. */
function recordedSince({ revisions, lines }: DocumentRow): Date {
  const oldest = new Date(Math.min(...revisions.map(({ recordedAt }) => recordedAt.getTime())))
  if (revisions.every(({ trackerRows }) => trackerRows.length === 0)) return oldest
  if (lines.length > 0) return new Date(Math.min(...lines.map(({ recordedAt }) => recordedAt.getTime())))
  const reviewed = revisions.find(({ isCurrent, lastReviewDate }) => isCurrent && lastReviewDate)
  return reviewed?.lastReviewDate ? startOfDay(dayOf(reviewed.lastReviewDate)) : oldest
}

/** The classes that readers of a revision see one after the other, from that of the revision on. */
const classesIn = (row: RevisionRow): ContentClass[] => {
  const there = new Set<ContentClass>([row.class, ...row.parts.map(part => part.class)])
  return CONTENT_CLASSES.filter(one => there.has(one))
}

/** The entries of a revision as those see it who see a class and all that are milder. */
const entriesSeenBy = (row: RevisionRow, categoryCode: string, seen: ContentClass): SearchEntry[] => {
  const isSeen = (one: { class: ContentClass }) => !isStricter(one.class, seen)
  const { sections } = composeText(row.documentPath, {
    title: row.title,
    parts: row.parts.filter(isSeen).map(part => ({ ...part, kind: part.kind as PartKind })),
    heads: row.sections.filter(isSeen),
    gaps: gapsOf(row.gaps),
  })
  return documentEntries({
    ...row,
    categoryCode,
    sections: sections.filter(({ withheld }) => withheld === null),
    tracker: row.trackerRows,
    checks: new Map(mappingOf(row).workstreams.map(({ number, checks }) => [number, checks])),
  })
}

/** The entries of a revision with the class of those who see them: what a stricter class sees more of is there again. */
function entriesOfRevision(row: RevisionRow, categoryCode: string) {
  const told = new Set<string>()
  return classesIn(row).flatMap(seen =>
    entriesSeenBy(row, categoryCode, seen).flatMap(entry => {
      const name = JSON.stringify(entry)
      if (told.has(name)) return []
      told.add(name)
      return [{ entry, class: seen }]
    }),
  )
}

/** Texts of several states that are the same in all of them are one. */
function textEntries(row: DocumentRow): HeldEntry[] {
  const spansOf = heldSpans(row.revisions, recordedSince(row))
  const merged = new Map<string, HeldEntry>()
  for (const revision of row.revisions) {
    const spans = spansOf.get(revision.id) ?? []
    const { isCurrent } = revision
    const entries = spans.length > 0 || isCurrent ? entriesOfRevision(revision, row.categoryCode) : []
    for (const { entry, class: own } of entries) {
      const name = JSON.stringify([entry, own])
      const known = merged.get(name)
      merged.set(name, {
        entry,
        spans: [...(known?.spans ?? []), ...spans],
        isCurrent: isCurrent || known?.isCurrent === true,
        class: own,
      })
    }
  }
  return [...merged.values()]
}

const lineEntries = ({ lines, categoryCode }: DocumentRow): HeldEntry[] =>
  lines.flatMap(({ words, ...line }) =>
    (words
      ? noteEntries({
          ...line,
          hash: line.shownHash,
          categoryCode,
          texts: [words.note, words.reason, words.resolution].flatMap(text =>
            text ? [text as Record<string, string>] : [],
          ),
        })
      : []
    ).map(entry => ({
      entry,
      spans: [[line.recordedAt.getTime(), null]],
      isCurrent: true,
      class: words?.class ?? line.class,
    })),
  )

/** What search is to know of documents: every standing state of their texts, and their ledgers' notes. */
export async function readDocumentEntries(
  transaction: Transaction,
  paths: readonly string[],
): Promise<HeldEntry[]> {
  // One after the other: a transaction has one connection.
  const documents = await transaction.document.findMany({ where: { path: { in: [...paths] } } })
  const standing = await transaction.standingText.findMany({ where: { documentPath: { in: [...paths] } } })
  const isCurrent = new Map(standing.map(row => [row.textRevisionId, row.isCurrent]))
  const revisions = Map.groupBy(await readRevisions(transaction, paths), row => row.documentPath)
  const lines = Map.groupBy(await readLines(transaction, paths), row => row.documentPath)
  return documents
    .map(({ path, categoryCode }) => ({
      categoryCode,
      revisions: (revisions.get(path) ?? []).map(row => ({
        ...row,
        isCurrent: isCurrent.get(row.id) === true,
      })),
      lines: lines.get(path) ?? [],
    }))
    .filter(row => row.revisions.length > 0)
    .flatMap(row => [...textEntries(row), ...lineEntries(row)])
}
