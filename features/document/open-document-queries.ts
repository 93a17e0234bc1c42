import type { ComposedText } from '#features/document/composed-text-model.ts'
import { readComposed } from '#features/document/composed-text-queries.ts'
import type { OpenedDocument } from '#features/document/opened-document-queries.ts'
import { openDocuments } from '#features/document/opened-document-queries.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { AsOf } from '#features/portal/portal-model.ts'

/** An opened document with its text; lists of documents do without. */
export interface Opened extends OpenedDocument {
  readonly text: ComposedText
}

/** A document in the language asked for, or the nearest there is; null where the reader's scope sees none. */
export async function openDocument(path: string, locale: Locale, asOf: AsOf): Promise<Opened | null> {
  const [opened] = await openDocuments({ path }, locale, asOf)
  const id = opened?.texts.get(opened.head.standing.lang)?.id
  if (!opened || id === undefined) return null
  const text = (await readComposed([id])).get(id)
  return text ? { ...opened, text } : null
}
