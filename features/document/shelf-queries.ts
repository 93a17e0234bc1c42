import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { AskedShelf } from '#features/document/asked-shelf-rules.ts'
import { categoryOf } from '#features/document/document-rows.ts'
import type { Shelf } from '#features/document/document-view-model.ts'
import { openDocuments } from '#features/document/opened-document-queries.ts'
import { readWithheld } from '#features/document/withheld-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Documents that the library shows of each category, and that a page of one category shows. */
const OF_EACH = 8
const OF_ONE = 50

/** Documents that may have had a record by the end of a day; which of them had is known when they are opened. */
const recordedBy = ({ day, isToday }: AsOf): Prisma.DocumentWhereInput =>
  isToday
    ? {}
    : {
        OR: [
          { lines: { some: { recordedAt: { lte: endOfDay(day) } } } },
          {
            revisions: {
              some: {
                standing: { isNot: null },
                OR: [{ recordedAt: { lte: endOfDay(day) } }, { lastReviewDate: { lte: new Date(day) } }],
              },
            },
          },
        ],
      }

/**
 * The shelves that an address asks for, each with a page of its documents; null where there is no such category, or no
 * such page of it.
 */
export async function readShelves(
  { category, page }: AskedShelf,
  locale: Locale,
  asOf: AsOf,
): Promise<Shelf[] | null> {
  const database = await viewDatabase()
  const [categories, withheld] = await Promise.all([
    database.category.findMany({ orderBy: { position: 'asc' } }),
    readWithheld(),
  ])
  const asked = categories.filter(({ code }) => category === null || code === category)
  if (category !== null && asked.length === 0) return null
  const length = category === null ? OF_EACH : OF_ONE
  const shelves = await Promise.all(
    asked.map(async row => {
      const wanted = { categoryCode: row.code, ...recordedBy(asOf) }
      // One more than is shown tells whether there are more.
      const bounds = { skip: (page - 1) * length, take: length + 1 }
      const opened = await openDocuments(wanted, locale, asOf, bounds)
      if (page > 1 && opened.length === 0) return null
      const heads = opened.map(({ head }) => head).filter(head => head.recordedSince <= asOf.day)
      return {
        category: categoryOf(row),
        documents: heads.slice(0, length),
        hasMore: opened.length > length,
        withheld: withheld.filter(entry => entry.place === row.code),
      }
    }),
  )
  return shelves.every(shelf => shelf !== null) ? shelves : null
}
