import { factsOf } from '#features/document/text-facts-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import type { Transaction } from '#features/ingest/database-ingest.ts'
import {
  partRowsOf,
  readColumns,
  sectionColumns,
  sectionRowsOf,
  trackerRowsOf,
} from '#features/ingest/revision-row-rules.ts'

/** Texts are large; so many are held at once. */
const CHUNK = 50

const STORED = { id: true, documentPath: true, locale: true, markdown: true, class: true } as const

type Stored = Awaited<ReturnType<typeof storedAfter>>[number]

const storedAfter = (transaction: Transaction, id: number) =>
  transaction.textRevision.findMany({
    where: { id: { gt: id } },
    orderBy: { id: 'asc' },
    take: CHUNK,
    select: STORED,
  })

async function readChunk(transaction: Transaction, chunk: readonly Stored[]): Promise<void> {
  const rows = []
  const sections = []
  const parts = []
  for (const revision of chunk) {
    const file = `${revision.documentPath}/${revision.locale}.md`
    const facts = factsOf(file, revision.markdown, readText(file, revision.markdown).text)
    await transaction.textRevision.update({ where: { id: revision.id }, data: readColumns(facts) })
    rows.push(...trackerRowsOf(revision, facts.tracker))
    sections.push(...sectionRowsOf(revision, sectionColumns(facts)))
    parts.push(...partRowsOf(revision, facts.parts))
  }
  const workstreams = rows.map(({ documentPath, number, class: kind }) => ({
    documentPath,
    number,
    class: kind,
  }))
  await transaction.workstream.createMany({ data: workstreams, skipDuplicates: true })
  const where = { textRevisionId: { in: chunk.map(({ id }) => id) } }
  await transaction.trackerRow.deleteMany({ where })
  await transaction.trackerRow.createMany({ data: rows })
  await transaction.textSection.deleteMany({ where })
  await transaction.textSection.createMany({ data: sections })
  await transaction.textPart.deleteMany({ where })
  await transaction.textPart.createMany({ data: parts })
}

/** Reads the words of every revision there is again, after how they are read has changed. */
export async function readAgain(transaction: Transaction): Promise<void> {
  for (let chunk = await storedAfter(transaction, 0); chunk.length > 0; ) {
    await readChunk(transaction, chunk)
    chunk = await storedAfter(transaction, chunk.at(-1)?.id ?? 0)
  }
}
