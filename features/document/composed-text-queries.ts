import { type ComposedText, gapsOf } from '#features/document/composed-text-model.ts'
import { composeText } from '#features/document/composed-text-rules.ts'
import type { PartKind } from '#features/document/text-part-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/**
 * Texts as far as the reader may read them, by the ids of their revisions: what the reader's login sees of their parts,
 * with a place for what it does not. Whatever shows words of a text reads them here.
 */
export async function readComposed(ids: Iterable<number>): Promise<ReadonlyMap<number, ComposedText>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await (await viewDatabase()).textRevision.findMany({
    where: { id: { in: wanted } },
    select: {
      id: true,
      documentPath: true,
      title: true,
      gaps: true,
      parts: {
        orderBy: { position: 'asc' },
        select: { position: true, section: true, kind: true, words: true },
      },
      sections: {
        orderBy: { position: 'asc' },
        select: { position: true, key: true, number: true, heading: true, anchor: true },
      },
    },
  })
  return new Map(
    rows.map(({ id, documentPath, title, gaps, parts, sections }) => [
      id,
      composeText(documentPath, {
        title,
        parts: parts.map(part => ({ ...part, kind: part.kind as PartKind })),
        heads: sections,
        gaps: gapsOf(gaps),
      }),
    ]),
  )
}
