import type { ShownSection } from '#features/document/document-view-model.ts'
import type { Opened } from '#features/document/open-document-queries.ts'
import { readRevisions, readStandings } from '#features/document/section-standings-queries.ts'
import { type KeptTexts, planOf, sectionsShown } from '#features/document/shown-section-rules.ts'
import { TOP } from '#features/document/text-section-rules.ts'
import { sectionsOfText } from '#features/document/text-sections-rules.ts'
import type { ShownKey } from '#features/localization/fallback-rules.ts'
import type { Locale, TextLocale } from '#features/localization/locale-model.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'
import { guestDatabase } from '#prisma/view-client.ts'

/** What the portal keeps of the sections of a document's texts as they stood. */
export async function readKept({ texts, head }: Opened): Promise<KeptTexts> {
  const rows = await guestDatabase().textSection.findMany({
    where: { textRevisionId: { in: [...texts.values()].map(({ id }) => id) } },
    orderBy: { position: 'asc' },
    select: { textRevisionId: true, key: true, hash: true, anchor: true, baseHash: true },
  })
  const byRevision = Map.groupBy(rows, ({ textRevisionId }) => textRevisionId)
  const byLocale = new Map(
    [...texts].map(([locale, { id }]) => [
      locale,
      new Map((byRevision.get(id) ?? []).map(row => [row.key, row])),
    ]),
  )
  return { byLocale, prevailing: head.standing.authoritativeLocale, source: head.sourceLocale }
}

/** The texts in some languages; the one that the page is of has been read already. */
async function readTexts({ head, texts, markdown }: Opened, langs: readonly TextLocale[]) {
  const { lang: own } = head.standing
  const ids = new Map(langs.filter(lang => lang !== own).map(lang => [lang, texts.get(lang)?.id ?? 0]))
  const revisions = await readRevisions(ids.values())
  return new Map(
    langs.map(lang => {
      const read = revisions.get(ids.get(lang) ?? 0)
      return [lang, lang === own ? { title: head.title.text, markdown } : (read ?? null)]
    }),
  )
}

/** The sections of a plan with their words, and what the title of the text in a language counts for. */
export async function readPlanned(
  opened: Opened,
  kept: KeptTexts,
  plan: readonly ShownKey[],
  main: TextLocale,
) {
  const standings = await readStandings(opened, kept, plan)
  const texts = await readTexts(opened, [...new Set(plan.map(({ lang }) => lang))])
  const written = new Map(
    [...texts].map(([lang, text]) => {
      const markdown = text?.markdown ?? ''
      return [lang, { markdown, sections: sectionsOfText(opened.head.path, markdown) }]
    }),
  )
  return {
    sections: sectionsShown(plan, standings, written, kept, main),
    top: standings.get(TOP) ?? null,
    title: texts.get(main)?.title ?? null,
  }
}

/**
 * The sections of a document, each in the language asked for or the nearest that has it, with what it counts for.
 * @returns `top`: what the title counts for, and the words before the first heading
 */
export async function readSections(
  opened: Opened,
  asked: Locale,
): Promise<{ sections: readonly ShownSection[]; top: SectionStanding }> {
  const { lang, authority } = opened.head.standing
  const kept = await readKept(opened)
  const { sections, top } = await readPlanned(opened, kept, planOf(asked, kept), lang)
  const drift = authority === 'authoritative' ? null : { kind: 'unsaid' as const }
  return { sections, top: top ?? { lang, authority, drift } }
}
