import type { Prisma } from '#prisma/client/client.ts'
import { viewDatabase } from '#prisma/view-client.ts'

const HEAD = {
  category: true,
  revisions: {
    where: { standing: { isNot: null } },
    select: { id: true, locale: true, recordedAt: true, standing: { select: { isCurrent: true } } },
  },
} satisfies Prisma.DocumentInclude

export type DocumentStubRow = Prisma.DocumentGetPayload<{ include: typeof HEAD }>

/** What ingest alone reads of texts. */
const UNREAD = {
  markdown: true,
  hash: true,
  declaredClass: true,
  declaredSectionClasses: true,
  declaredNoteClass: true,
} as const

/** Without what readers have no right to: the words, which they read by parts, and what these declare. */
const REVISION = {
  include: { trackerRows: { orderBy: { number: 'asc' } } },
  omit: UNREAD,
} satisfies Prisma.TextRevisionDefaultArgs
export type RevisionRow = Prisma.TextRevisionGetPayload<typeof REVISION>

/** Documents, or texts, of one query: each relation of each is a parameter, of which PostgreSQL takes 32,767. */
const AT_ONCE = 1000

/** Documents in their order, with what is known of their texts. */
export async function readDocumentRows(wanted: Prisma.DocumentWhereInput, skip: number, take: number) {
  const rows: DocumentStubRow[] = []
  while (rows.length < take) {
    const limit = Math.min(AT_ONCE, take - rows.length)
    const read = await (await viewDatabase()).document.findMany({
      where: { ...wanted, standingTexts: { some: { isCurrent: true } } },
      include: HEAD,
      orderBy: [{ position: 'asc' }, { path: 'asc' }],
      skip: skip + rows.length,
      take: limit,
    })
    rows.push(...read)
    if (read.length < limit) break
  }
  return rows
}

/** Texts, with the rows of their trackers. */
export async function readRevisionRows(ids: readonly number[]): Promise<RevisionRow[]> {
  const revisions: RevisionRow[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    revisions.push(
      ...(await (
        await viewDatabase()
      ).textRevision.findMany({
        where: { id: { in: ids.slice(from, from + AT_ONCE) } },
        ...REVISION,
      })),
    )
  return revisions
}
