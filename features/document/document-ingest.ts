import { isRole } from '#features/access/role-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { readLedgerFile } from '#features/checklist/ledger-ingest.ts'
import { type OwnersOf, presentOwners } from '#features/checklist/line-owner-model.ts'
import { checkRowSections } from '#features/checklist/row-section-rules.ts'
import { checkTrackerPresence } from '#features/checklist/tracker-presence-rules.ts'
import { compareTrackers } from '#features/checklist/translation-rules.ts'
import type { Diagnostic } from '#features/diagnostic/diagnostic-model.ts'
import type { ContentDocument } from '#features/document/content-model.ts'
import type { ReadDocument, ReadSource } from '#features/document/read-model.ts'
import { readSources } from '#features/document/source-ingest.ts'
import { checkMapping, compareMappings } from '#features/evidence/mapping-check-rules.ts'
import { authoritativeLocale, sourceLocaleOf } from '#features/localization/authority-rules.ts'
import { checkBase } from '#features/localization/base-check-rules.ts'
import { checkSectionCounts } from '#features/localization/section-count-rules.ts'

const asWarning = (found: Diagnostic): Diagnostic => ({ ...found, severity: 'warning' })

function checkTables(authoritative: ReadSource, sources: readonly ReadSource[]): Diagnostic[] {
  if (!authoritative.rows) return []
  const own = checkRowSections(authoritative.rows, authoritative.sections)
  const translated = sources.flatMap(source => {
    if (source === authoritative || !source.rows || !authoritative.rows) return []
    // What a translation lacks, the reader gets from the authoritative text.
    const lacking = checkRowSections(source.rows, source.sections).map(asWarning)
    return [...compareTrackers(authoritative.rows, source.rows), ...lacking]
  })
  return [...own, ...translated]
}

function checkMappings(authoritative: ReadSource, sources: readonly ReadSource[]): Diagnostic[] {
  const { mapping, rows, sections } = authoritative
  const numbers = rows?.map(({ number }) => number) ?? []
  const own = mapping ? checkMapping(mapping, numbers, sections) : []
  const translated = sources.filter(source => source !== authoritative)
  return [...own, ...translated.flatMap(source => compareMappings(mapping, source.mapping))]
}

/**
 * Reads a document whole and holds it against every rule that needs no history.
 * @param ownersOf what history says of whose its lines were; without it, they are judged by its table as it stands
 * @returns null where a text that may be the authoritative one has errors
 */
export async function readDocumentFiles(
  found: ContentDocument,
  now: Date,
  ownersOf: OwnersOf = presentOwners,
): Promise<{ document: ReadDocument | null; diagnostics: Diagnostic[] }> {
  const { sources, diagnostics } = await readSources(found, dayInTbilisi(now))
  const locales = sources.map(source => source.locale)
  const sourceLocale = sourceLocaleOf(locales)
  const authoritative = sources.find(source => source.locale === authoritativeLocale(locales, sourceLocale))
  const isWhole = sources.length === found.texts.length && authoritative !== undefined
  if (isWhole) {
    const tables = sources.map(({ source: { file }, rows }) => ({ file, rows }))
    diagnostics.push(...checkTrackerPresence(authoritative.source.file, tables))
    diagnostics.push(...checkTables(authoritative, sources))
    diagnostics.push(...checkMappings(authoritative, sources))
    diagnostics.push(...sources.flatMap(source => checkBase(authoritative, source)))
    diagnostics.push(...sources.flatMap(source => checkSectionCounts(authoritative, source)))
  }
  const owner = authoritative?.facts.metadata.ownerRole ?? null
  const context = {
    now,
    rows: isWhole ? (authoritative.rows ?? []) : null,
    documentOwner: owner && isRole(owner) ? owner : null,
    ownerOf: ownersOf(found.path),
  }
  const ledger = found.ledger ? await readLedgerFile(found.ledger, context) : null
  diagnostics.push(...(ledger?.diagnostics ?? []))
  if (!isWhole) return { document: null, diagnostics }
  const ownClass = authoritative.facts.metadata.class
  return {
    document: {
      found,
      sourceLocale,
      class: ownClass,
      sources,
      authoritative,
      lines: ledger?.lines ?? [],
      ownerOf: context.ownerOf,
    },
    diagnostics,
  }
}
