import { endOfDay } from '#features/checklist/calendar-rules.ts'
import type { Span } from '#features/checklist/span-rules.ts'
import { localeOf } from '#features/document/document-rows.ts'
import { openDocuments } from '#features/document/opened-document-queries.ts'
import type { TextChange, TextChanges } from '#features/document/text-changes-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Texts that one answer lists at most. */
const MOST_TEXTS = 100

/**
 * The documents whose texts were recorded anew between the ends of two days, those of the newest first.
 * @param path of the one document that is asked for; every one where it is not given
 */
export async function readTextChanges(
  span: Span,
  locale: Locale,
  asOf: AsOf,
  path?: string,
): Promise<TextChanges> {
  const document = { ...(path === undefined ? {} : { path }), standingTexts: { some: { isCurrent: true } } }
  const standing = { standing: { isNot: null }, document } satisfies Prisma.TextRevisionWhereInput
  const where = { ...standing, recordedAt: { gt: endOfDay(span.from), lte: endOfDay(span.to) } }
  const database = await viewDatabase()
  const rows = await database.textRevision.findMany({
    where,
    orderBy: [{ recordedAt: 'desc' }, { documentPath: 'asc' }, { locale: 'asc' }, { id: 'desc' }],
    take: MOST_TEXTS,
    select: { documentPath: true, locale: true, recordedAt: true, origin: true, commit: true },
  })
  const count = rows.length < MOST_TEXTS ? rows.length : await database.textRevision.count({ where })
  const firsts = await database.textRevision.groupBy({
    by: ['documentPath', 'locale'],
    where: { ...standing, documentPath: { in: [...new Set(rows.map(row => row.documentPath))] } },
    _min: { recordedAt: true },
  })
  const firstAt = new Map(
    firsts.map(({ documentPath, locale: lang, _min }) => [
      `${documentPath} ${lang}`,
      _min.recordedAt?.getTime(),
    ]),
  )
  const byPath = Map.groupBy(rows, row => row.documentPath)
  const opened = await openDocuments({ path: { in: [...byPath.keys()] } }, locale, asOf)
  const headOf = new Map(opened.map(({ head }) => [head.path, head]))
  const changeOf = (row: (typeof rows)[number]): TextChange => ({
    lang: localeOf(row.locale),
    recordedAt: row.recordedAt,
    origin: row.origin,
    commit: row.commit,
    isFirst: firstAt.get(`${row.documentPath} ${row.locale}`) === row.recordedAt.getTime(),
  })
  return {
    documents: [...byPath].flatMap(([key, revisions]) => {
      const head = headOf.get(key)
      return head ? [{ document: head, changes: revisions.map(changeOf) }] : []
    }),
    unlisted: count - rows.length,
  }
}
