import type { Day } from '#features/checklist/calendar-model.ts'
import { type Diagnostic, hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import type { ContentDocument } from '#features/document/content-model.ts'
import { readContentFile } from '#features/document/file-ingest.ts'
import type { ReadSource } from '#features/document/read-model.ts'
import { checkReviewDates } from '#features/document/review-rules.ts'
import { sectionsOf } from '#features/document/section-rules.ts'
import { factsOf } from '#features/document/text-facts-rules.ts'
import { readText } from '#features/document/text-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** The language of a lone file that does not say. */
const USUAL_SOURCE: TextLocale = 'en'

/**
 * Reads every text of a document. One with errors is left out.
 * @param today in Tbilisi
 */
export async function readSources(
  { texts }: ContentDocument,
  today: Day,
): Promise<{ sources: ReadSource[]; diagnostics: Diagnostic[] }> {
  const sources: ReadSource[] = []
  const diagnostics: Diagnostic[] = []
  for (const { locale, source } of texts) {
    const { text: markdown, diagnostics: found } = await readContentFile(source)
    diagnostics.push(...found)
    if (markdown === null) continue
    const { text, diagnostics: wrong } = readText(source.file, markdown)
    diagnostics.push(...wrong)
    if (!text || hasErrors(wrong)) continue
    // Its tables can be trusted all the same: a date alone says nothing against them.
    diagnostics.push(...checkReviewDates(text, today))
    sources.push({
      locale: locale ?? text.metadata.sourceLocale ?? USUAL_SOURCE,
      source,
      facts: factsOf(source.file, markdown, text),
      rows: text.tracker,
      sections: text.tracker ? sectionsOf(text.body, text.sectionNames) : [],
      names: text.sectionNames,
      sectionClasses: text.sectionClasses,
      noteClassPlace: text.metadataPlaces.get('noteClass') ?? null,
      mapping: text.mapping,
      base: text.base,
    })
  }
  return { sources, diagnostics }
}
