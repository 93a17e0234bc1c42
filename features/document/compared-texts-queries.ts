import type { ComparedText, ComparedTexts } from '#features/document/compared-texts-model.ts'
import { alignSections, comparedWith } from '#features/document/compared-texts-rules.ts'
import type { Opened } from '#features/document/open-document-queries.ts'
import { readKept, readPlanned } from '#features/document/section-queries.ts'
import type { KeptTexts } from '#features/document/shown-section-rules.ts'
import { behindOf } from '#features/localization/drift-rules.ts'
import type { TextLocale } from '#features/localization/locale-model.ts'

/** The text of a language, section by section; without sections where the document has none. */
async function readSide(opened: Opened, kept: KeptTexts, lang: TextLocale) {
  const plan = [...(kept.byLocale.get(lang)?.keys() ?? [])].map(key => ({ key, lang }))
  const { sections, top, title } = await readPlanned(opened, kept, plan, lang)
  if (title === null || top === null) return { text: { lang, title: null, top: null }, sections: [] }
  const behind = top.drift ? behindOf(top.drift) : 0
  const lag = behind === 0 ? {} : { behind }
  const text: ComparedText = { lang, title: { text: title, lang, authority: top.authority, ...lag }, top }
  return { text, sections }
}

/**
 * A document's text in the language shown and its text in another, section against section.
 * @param asked the other language; null: the prevailing one, or the nearest there is
 * @returns null where the document has but one language, and no other was asked for
 */
export async function readComparedTexts(
  opened: Opened,
  asked: TextLocale | null,
): Promise<ComparedTexts | null> {
  const { standing, locales } = opened.head
  const kept = await readKept(opened)
  const other = comparedWith(asked, standing.lang, locales, kept.prevailing)
  if (other === null) return null
  const first = await readSide(opened, kept, standing.lang)
  const second = await readSide(opened, kept, other)
  const order = [...(kept.byLocale.get(kept.prevailing)?.keys() ?? [])]
  return {
    texts: [first.text, second.text],
    sections: alignSections(order, [first.sections, second.sections]),
    locales,
  }
}
