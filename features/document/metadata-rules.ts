import { CONTENT_CLASSES } from '#features/access/class-model.ts'
import { isRole } from '#features/access/role-model.ts'
import { type Day, parseDay } from '#features/checklist/calendar-model.ts'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { Metadata } from '#features/document/document-model.ts'
import type { MetadataEntry } from '#features/document/metadata-entry-model.ts'
import { fieldOf } from '#features/document/metadata-field-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const rule = (code: string, mend: string, severity: Rule['severity'] = 'error'): Rule => ({
  code,
  severity,
  mend,
})

const DATE = rule('metadata-date', 'Write a day of the calendar as YYYY-MM-DD, or leave the line out.')
const VALUE = rule('metadata-value', 'Write one of the expected codes, or leave the line out.')
const LENGTH = rule('metadata-length', 'Shorten the value, and move the rest into the text.')
const TWICE = rule('metadata-twice', 'Keep one of the two; the first one counts.', 'warning')
const ROLE = rule('metadata-role', 'Write the code of a role, such as CHAIN_OFFICER.', 'warning')

const MAX_LENGTH = 500
const NOTHING = /^(?:|~|null)$/i

/** What the first entry of each field says, trimmed; entries that say nothing are lacking. */
function firstOfEach(entries: readonly MetadataEntry[], diagnostics: Diagnostic[]) {
  const found = new Map<keyof Metadata, MetadataEntry>()
  for (const { key, value, place } of entries) {
    const field = fieldOf(key)
    const text = value.trim()
    if (!field || NOTHING.test(text)) continue
    if (found.has(field)) diagnostics.push(report(TWICE, place, `expected ${field} once, found it again`))
    else if (text.length > MAX_LENGTH) {
      diagnostics.push(
        report(LENGTH, place, `expected at most ${MAX_LENGTH} characters, found ${text.length}`),
      )
    } else found.set(field, { key, value: text, place })
  }
  return found
}

/** Metadata from what authors wrote. A value that breaks a rule is reported and lacking. */
export function readMetadata(entries: readonly MetadataEntry[]): {
  metadata: Metadata
  /** Where the value of each field stands. */
  places: ReadonlyMap<keyof Metadata, Place>
  diagnostics: Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const found = firstOfEach(entries, diagnostics)
  const textAt = (field: keyof Metadata): string | null => found.get(field)?.value ?? null

  function dayAt(field: keyof Metadata): Day | null {
    const entry = found.get(field)
    const day = entry ? parseDay(entry.value) : null
    if (entry && !day)
      diagnostics.push(report(DATE, entry.place, `expected a day for ${field}, found ${entry.value}`))
    return day
  }

  function codeAt<T extends string>(field: keyof Metadata, codes: readonly T[]): T | null {
    const entry = found.get(field)
    const code = codes.find(known => known === entry?.value) ?? null
    if (entry && !code) {
      diagnostics.push(
        report(VALUE, entry.place, `expected ${codes.join(', ')} for ${field}, found ${entry.value}`),
      )
    }
    return code
  }

  for (const field of ['ownerRole', 'approvedBy'] as const) {
    const entry = found.get(field)
    if (entry && !isRole(entry.value)) {
      diagnostics.push(report(ROLE, entry.place, `expected a role for ${field}, found ${entry.value}`))
    }
  }
  const metadata: Metadata = {
    documentId: textAt('documentId'),
    version: textAt('version'),
    status: textAt('status'),
    ownerRole: textAt('ownerRole'),
    lastReviewDate: dayAt('lastReviewDate'),
    nextReviewDate: dayAt('nextReviewDate'),
    changeLog: textAt('changeLog'),
    approvedBy: textAt('approvedBy'),
    approvedOn: dayAt('approvedOn'),
    sourceLocale: codeAt('sourceLocale', TEXT_LOCALES),
    class: codeAt('class', CONTENT_CLASSES),
    noteClass: codeAt('noteClass', CONTENT_CLASSES),
  }
  const places = new Map([...found].map(([field, entry]) => [field, entry.place]))
  return { metadata, places, diagnostics }
}
