import type { ReadDocument } from '#features/document/read-model.ts'
import { examine } from '#features/ingest/examine-ingest.ts'
import { readSectionStates, type SectionStates } from '#features/ingest/section-states-ingest.ts'
import { LOCALES, TEXT_LOCALES } from '#features/localization/locale-model.ts'
import type { Translation } from '#features/localization/translation-model.ts'
import { translationOf } from '#features/localization/translation-rules.ts'

/** Every language of the portal, and those that the document has besides. */
function translationsOf(document: ReadDocument, states: SectionStates): Translation[] {
  const { found, authoritative, sources } = document
  const byLocale = new Map(sources.map(source => [source.locale, source.facts]))
  const wanted = TEXT_LOCALES.filter(
    locale =>
      locale !== authoritative.locale &&
      ((LOCALES as readonly string[]).includes(locale) || byLocale.has(locale)),
  )
  return wanted.map(locale =>
    translationOf(
      { path: found.path, locale },
      authoritative.facts.sections,
      byLocale.get(locale) ?? null,
      states,
    ),
  )
}

/** How each document of a content folder is translated into each language. */
export async function readTranslations(contentFolder: string, now: Date) {
  const { content, past, texts } = await examine(contentFolder, now)
  const { documents } = content
  const states = await readSectionStates(contentFolder, documents, past.history, texts, now)
  const read = new Set(documents.map(({ found }) => found.path))
  return {
    paths: [...read],
    /** Paths of documents that have errors. */
    unreadable: [...content.paths].filter(path => !read.has(path)),
    translations: documents.flatMap(document =>
      translationsOf(document, states.get(document.found.path) ?? new Map()),
    ),
  }
}
