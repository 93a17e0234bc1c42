import type { Day } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi, endOfDay, inTbilisi } from '#features/checklist/calendar-rules.ts'
import { reviewOverdueDays } from '#features/checklist/overdue-rules.ts'
import type { Metadata } from '#features/document/document-model.ts'
import {
  categoryOf,
  localeOf,
  mappingOf,
  metadataOf,
  trackerRowOf,
} from '#features/document/document-rows.ts'
import type { DocumentHead, KnownTexts, TitledTrackerRow } from '#features/document/document-view-model.ts'
import { type LedgerStart, readLedgerStarts } from '#features/document/ledger-start-queries.ts'
import { missingMetadata } from '#features/document/missing-rules.ts'
import { NO_LAG, readLags, type TextLag } from '#features/document/outdated-queries.ts'
import { type RevisionStub, textsAsOf } from '#features/document/revision-rules.ts'
import {
  type DocumentStubRow,
  type RevisionRow,
  readDocumentRows,
  readRevisionRows,
} from '#features/document/text-rows-queries.ts'
import type { EvidenceMapping } from '#features/evidence/mapping-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import { authoritativeLocale, authorityOf, shownLocale } from '#features/localization/authority-rules.ts'
import type { Locale, TextLocale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import type { Prisma } from '#prisma/client/client.ts'

/** A document with the start of its ledger; null where it has none. */
type DocumentRow = DocumentStubRow & {
  readonly ledger: LedgerStart | null
}
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
    byLocale,
    shownId: shown.id,
    factsId: facts.id,
    until: facts.recordedAt,
    path: row.path,
  }
}

/** The documents that the portal has now, of those asked for, in their order, or a page of them, with the texts of a day. */
export async function openDocuments(
  wanted: Prisma.DocumentWhereInput,
  locale: Locale,
  asOf: AsOf,
  page: { readonly skip?: number; readonly take?: number } = {},
): Promise<OpenedDocument[]> {
  const rows = await readDocumentRows(wanted, page.skip ?? 0, page.take ?? Number.POSITIVE_INFINITY)
  const ledgers = await readLedgerStarts(rows.map(row => row.path))
  const choices = rows.flatMap(
    row => chooseTexts({ ...row, ledger: ledgers.get(row.path) ?? null }, locale, asOf) ?? [],
  )
  const ids = new Set(choices.flatMap(choice => [choice.shownId, choice.factsId]))
  const [revisions, lags] = await Promise.all([readRevisionRows([...ids]), readLags(choices)])
  const byId = new Map(revisions.map(revision => [revision.id, revision]))
  return choices.flatMap(choice => {
    const shown = byId.get(choice.shownId)
    const facts = byId.get(choice.factsId)
    const lag = lags.get(choice.shownId) ?? NO_LAG
    return shown && facts ? [open(choice, shown, facts, lag, asOf)] : []
  })
}

export interface OpenedDocument {
  readonly head: DocumentHead
  readonly tracker: readonly TitledTrackerRow[]
  readonly evidenceMapping: EvidenceMapping
  /** The text of each language that stood. */
  readonly texts: ReadonlyMap<TextLocale, RevisionStub>
}

function open(
  choice: Choice,
  shown: RevisionRow,
  facts: RevisionRow,
  lag: TextLag,
  asOf: AsOf,
): OpenedDocument {
  const { row, authority } = choice
  const lang = localeOf(shown.locale)
  const metadata = metadataOf(facts)
  const isChecklist = facts.trackerRows.length > 0
  return {
    head: {
      path: row.path,
      title: { text: shown.title, lang, authority, ...(lag.title === 0 ? {} : { behind: lag.title }) },
      metadata,
      missingMetadata: missingMetadata(metadata, hasLedger(row, asOf)),
      reviewOverdueDays: reviewOverdueDays(metadata.nextReviewDate, asOf.day),
      isChecklist,
      recordedSince: recordedSince(choice, shown, metadata, isChecklist),
      knownTexts: knownTexts(row, asOf),
      locales: choice.locales,
      sourceLocale: choice.source,
      category: categoryOf(row.category),
      standing: {
        lang,
        authority,
        behind: lag.whole,
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
    evidenceMapping: mappingOf(facts),
    texts: choice.byLocale,
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
  return row.ledger ? dayInTbilisi(row.ledger.firstLineAt) : (metadata.lastReviewDate ?? oldestText)
}

/** Whether a document had a change log as a day ended. The baseline is dated before the log that has it was begun. */
const hasLedger = ({ ledger }: DocumentRow, asOf: AsOf): boolean =>
  ledger?.firstReportAt != null && ledger.firstReportAt <= endOfDay(asOf.day)

function knownTexts({ revisions }: DocumentRow, asOf: AsOf): KnownTexts {
  const end = endOfDay(asOf.day).getTime()
  const times = revisions.map(({ recordedAt }) => recordedAt.getTime()).filter(time => time <= end)
  const newest = times.length > 0 ? new Date(Math.max(...times)) : null
  return { count: times.length, newestAt: newest && inTbilisi(newest) }
}

const isApproved = (metadata: Metadata, authority: readonly string[], asOf: AsOf): boolean =>
  metadata.approvedBy !== null &&
  metadata.approvedOn !== null &&
  metadata.approvedOn <= asOf.day &&
  authority.includes(metadata.approvedBy)
