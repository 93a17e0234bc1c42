import { gapsOf } from '#features/document/composed-text-model.ts'
import { readComposed } from '#features/document/composed-text-queries.ts'
import type { ShownSection } from '#features/document/document-view-model.ts'
import type { Opened } from '#features/document/open-document-queries.ts'
import { readStandings } from '#features/document/section-standings-queries.ts'
import {
  type KeptTexts,
  keptSections,
  planOf,
  sectionsShown,
} from '#features/document/shown-section-rules.ts'
import { TOP } from '#features/document/text-section-rules.ts'
import type { ShownKey } from '#features/localization/fallback-rules.ts'
import type { Locale, TextLocale } from '#features/localization/locale-model.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** What the portal keeps of the sections of a document's texts as they stood, and where it withholds some. */
export async function readKept({ texts, head }: Opened): Promise<KeptTexts> {
  const rows = await (await viewDatabase()).textRevision.findMany({
    where: { id: { in: [...texts.values()].map(({ id }) => id) } },
    select: {
      id: true,
      gaps: true,
      sections: {
        orderBy: { position: 'asc' },
        select: { position: true, key: true, anchor: true, state: true, baseState: true },
      },
    },
  })
  const byId = new Map(rows.map(row => [row.id, keptSections(row.sections, gapsOf(row.gaps))]))
  const byLocale = new Map([...texts].map(([locale, { id }]) => [locale, byId.get(id) ?? new Map()]))
  return { byLocale, prevailing: head.standing.authoritativeLocale, source: head.sourceLocale }
}

/** The texts in some languages; the one that the page is of has been read already. */
async function readTexts({ head, texts, text: main }: Opened, langs: readonly TextLocale[]) {
  const { lang: own } = head.standing
  const ids = new Map(langs.filter(lang => lang !== own).map(lang => [lang, texts.get(lang)?.id ?? 0]))
  const read = await readComposed(ids.values())
  return new Map(langs.map(lang => [lang, lang === own ? main : (read.get(ids.get(lang) ?? 0) ?? null)]))
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
  const written = new Map([...texts].flatMap(([lang, text]) => (text ? [[lang, text] as const] : [])))
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
