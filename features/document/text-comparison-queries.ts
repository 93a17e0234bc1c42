import type { TextComparison } from '#features/document/compared-texts-model.ts'
import { readComparedTexts } from '#features/document/compared-texts-queries.ts'
import { withCellsOf } from '#features/document/compared-texts-rules.ts'
import { viewOfOpened } from '#features/document/document-queries.ts'
import { type Opened, openDocument } from '#features/document/open-document-queries.ts'
import { behindOf } from '#features/localization/drift-rules.ts'
import { isTextLocale, type Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** The document of a path; else, where the last part is a number, that workstream of the checklist above it. */
async function openPlace(path: string, locale: Locale, asOf: AsOf) {
  const document = await openDocument(path, locale, asOf)
  if (document) return { opened: document, number: null }
  const [, parent, number] = /^(.+)\/([1-9]\d{0,2})$/.exec(path) ?? []
  const above = parent === undefined ? null : await openDocument(parent, locale, asOf)
  return above?.head.isChecklist ? { opened: above, number: Number(number) } : null
}

async function compare(opened: Opened, number: number | null, locale: Locale, asked: string | null) {
  const compared = await readComparedTexts(opened, asked !== null && isTextLocale(asked) ? asked : null)
  if (!compared) return null
  const beside = compared.sections.flatMap(({ sides }) => sides.filter(side => side !== null))
  const document = await viewOfOpened(opened, locale, beside)
  return { document, number, compared: number === null ? compared : withCellsOf(compared, number) }
}

/**
 * A document, or one workstream of it, in the language shown and another one.
 * @param path below `/compare/`
 * @param asked the other language; null: the prevailing one, or the nearest there is
 * @returns null where there is nothing to compare at that address
 */
export async function readTextComparison(
  path: string,
  locale: Locale,
  asked: string | null,
  asOf: AsOf,
): Promise<TextComparison | 'no-record-yet' | null> {
  if (asked !== null && !isTextLocale(asked)) return null
  const place = await openPlace(path, locale, asOf)
  if (!place) return null
  if (place.opened.head.recordedSince > asOf.day) return 'no-record-yet'
  const found = await compare(place.opened, place.number, locale, asked)
  if (!found) return null
  if (place.number === null) return { ...found, name: found.document.title }
  const section = found.compared.sections[0]?.sides.find(side => side !== null)
  if (!section) return null
  const { heading, lang, authority, drift, withheld } = section
  const row = found.document.tracker.find(({ number }) => number === place.number)
  // What the section is called is withheld with it; what the workstream is called is not.
  if (withheld && row) return { ...found, name: { ...row.title, text: `${place.number}. ${row.title.text}` } }
  const behind = drift ? behindOf(drift) : 0
  const lag = behind === 0 ? {} : { behind }
  return { ...found, name: { text: `${place.number}. ${heading}`, lang, authority, ...lag } }
}
