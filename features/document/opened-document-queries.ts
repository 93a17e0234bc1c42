import type { Day } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { reviewOverdueDays } from '#features/checklist/overdue-rules.ts'
import type { Metadata } from '#features/document/document-model.ts'
import { categoryOf, localeOf, metadataOf, trackerRowOf } from '#features/document/document-rows.ts'
import type { DocumentHead, TitledTrackerRow } from '#features/document/document-view-model.ts'
import { missingMetadata } from '#features/document/missing-rules.ts'
import { textsAsOf } from '#features/document/revision-rules.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { authoritativeLocale, authorityOf, shownLocale } from '#features/localization/authority-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { Prisma } from '#prisma/client/client.ts'
import { guestDatabase } from '#prisma/view-client.ts'

const HEAD = {
  category: true,
  revisions: {
    where: { standing: { isNot: null } },
    select: { id: true, locale: true, recordedAt: true, standing: { select: { isCurrent: true } } },
  },
} satisfies Prisma.DocumentInclude

/** A document with the instant of its ledger's first line; null where it has no ledger. */
type DocumentRow = Prisma.DocumentGetPayload<{ include: typeof HEAD }> & { readonly firstLineAt: Date | null }
const REVISION = { trackerRows: { orderBy: { number: 'asc' } } } satisfies Prisma.TextRevisionInclude
type RevisionRow = Prisma.TextRevisionGetPayload<{ include: typeof REVISION }>

type Choice = NonNullable<ReturnType<typeof chooseTexts>>

/** Which revisions of a document to show, and which one's facts count; null where it has no text at all. */
function chooseTexts(row: DocumentRow, asked: Locale, asOf: AsOf) {
  const stubs = row.revisions.map(stub => ({
    id: stub.id,
    locale: localeOf(stub.locale),
    recordedAt: stub.recordedAt,
    isCurrent: stub.standing?.isCurrent === true,
  }))
  const { byLocale, areLaterThanAsked } = textsAsOf(stubs, asOf)
  const locales = [...byLocale.keys()].toSorted()
  const source = localeOf(row.sourceLocale)
  const lang = shownLocale(asked, locales, source)
  const shown = lang && byLocale.get(lang)
  if (!shown) return null
  const prevailing = authoritativeLocale(locales, source)
  const facts = byLocale.get(prevailing) ?? shown
  const authority = authorityOf(shown.locale, locales, source)
  return {
    row,
    locales,
    source,
    prevailing,
    authority,
    areLaterThanAsked,
    shownId: shown.id,
    factsId: facts.id,
  }
}

/** The documents that the portal has now, of those asked for, in their order, with the texts of a day. */
export async function openDocuments(
  wanted: Prisma.DocumentWhereInput,
  locale: Locale,
  asOf: AsOf,
): Promise<Opened[]> {
  const rows = await guestDatabase().document.findMany({
    where: { ...wanted, standingTexts: { some: { isCurrent: true } } },
    include: HEAD,
    orderBy: [{ position: 'asc' }, { path: 'asc' }],
  })
  const firstLines = await readFirstLines(rows.map(row => row.path))
  const choices = rows.flatMap(
    row => chooseTexts({ ...row, firstLineAt: firstLines.get(row.path) ?? null }, locale, asOf) ?? [],
  )
  const revisions = await guestDatabase().textRevision.findMany({
    where: { id: { in: choices.flatMap(choice => [choice.shownId, choice.factsId]) } },
    include: REVISION,
  })
  const byId = new Map(revisions.map(revision => [revision.id, revision]))
  return choices.flatMap(choice => {
    const shown = byId.get(choice.shownId)
    const facts = byId.get(choice.factsId)
    return shown && facts ? [open(choice, shown, facts, asOf)] : []
  })
}

/** When the ledgers of documents begin. Asked of the index: Prisma would read every line to find the first ones. */
async function readFirstLines(paths: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await guestDatabase().$queryRaw<{ path: string; first: Date }[]>`
    SELECT path, first FROM unnest(${paths}::text[]) AS path,
      LATERAL (SELECT min(recorded_at) AS first FROM ledger_line WHERE document_path = path) AS ledger
    WHERE first IS NOT NULL`
  return new Map(rows.map(({ path, first }) => [path, first]))
}

export interface Opened {
  readonly head: DocumentHead
  readonly tracker: readonly TitledTrackerRow[]
  readonly markdown: string
}

function open(choice: Choice, shown: RevisionRow, facts: RevisionRow, asOf: AsOf): Opened {
  const { row, authority } = choice
  const lang = localeOf(shown.locale)
  const metadata = metadataOf(facts)
  const isChecklist = facts.trackerRows.length > 0
  return {
    head: {
      path: row.path,
      title: { text: shown.title, lang, authority },
      metadata,
      missingMetadata: missingMetadata(metadata, row.firstLineAt !== null),
      reviewOverdueDays: reviewOverdueDays(metadata.nextReviewDate, asOf.day),
      isChecklist,
      recordedSince: recordedSince(choice, shown, metadata, isChecklist),
      locales: choice.locales,
      sourceLocale: choice.source,
      category: categoryOf(row.category),
      standing: {
        lang,
        authority,
        authoritativeLocale: choice.prevailing,
        approved: isApproved(metadata, row.category.approvalAuthority, asOf),
        recordedAt: shown.recordedAt,
        origin: shown.origin,
        commit: shown.commit,
        isLaterThanAsked: choice.areLaterThanAsked,
      },
    },
    tracker: facts.trackerRows.map(fact => {
      const own = shown.trackerRows.find(candidate => candidate.number === fact.number)
      const title: AuthoredText = own
        ? { text: own.title, lang, authority }
        : { text: fact.title, lang: choice.prevailing, authority: 'authoritative' }
      return trackerRowOf(fact, title)
    }),
    markdown: shown.markdown,
  }
}

/** A checklist's first ledger line, or its implied baseline (docs/decisions/0004); else the oldest text. */
function recordedSince({ row }: Choice, shown: RevisionRow, metadata: Metadata, isChecklist: boolean): Day {
  const oldest = row.revisions.reduce(
    (earliest, { recordedAt }) => Math.min(earliest, recordedAt.getTime()),
    shown.recordedAt.getTime(),
  )
  const oldestText = dayInTbilisi(new Date(oldest))
  if (!isChecklist) return oldestText
  return row.firstLineAt ? dayInTbilisi(row.firstLineAt) : (metadata.lastReviewDate ?? oldestText)
}

const isApproved = (metadata: Metadata, authority: readonly string[], asOf: AsOf): boolean =>
  metadata.approvedBy !== null &&
  metadata.approvedOn !== null &&
  metadata.approvedOn <= asOf.day &&
  authority.includes(metadata.approvedBy)
