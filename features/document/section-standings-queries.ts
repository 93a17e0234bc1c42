import type { Opened } from '#features/document/open-document-queries.ts'
import { readStates, type StoredState } from '#features/document/section-states-queries.ts'
import { sectionWords } from '#features/document/section-words-rules.ts'
import { driftsOf, earlierKeys, type KeptTexts } from '#features/document/shown-section-rules.ts'
import { titledSections } from '#features/document/text-section-rules.ts'
import { sectionsOfText } from '#features/document/text-sections-rules.ts'
import { diffWords } from '#features/document/word-diff-rules.ts'
import { authorityOf } from '#features/localization/authority-rules.ts'
import type { Drift } from '#features/localization/drift-model.ts'
import { statesByKey } from '#features/localization/drift-rules.ts'
import type { ShownKey } from '#features/localization/fallback-rules.ts'
import type { SectionDrift, SectionStanding } from '#features/localization/section-standing-model.ts'
import type { TextRevisionModel } from '#prisma/client/models.ts'
import { guestDatabase } from '#prisma/view-client.ts'

type Revision = Pick<TextRevisionModel, 'id' | 'title' | 'markdown'>

/** Titles and words of revisions, by their ids. */
export async function readRevisions(ids: Iterable<number>): Promise<ReadonlyMap<number, Revision>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await guestDatabase().textRevision.findMany({
    where: { id: { in: wanted } },
    select: { id: true, title: true, markdown: true },
  })
  return new Map(rows.map(row => [row.id, row]))
}

/** What a section of a revision says, in one line. */
function wordsIn(path: string, revision: Revision | undefined, key: string): string {
  const sections = revision ? titledSections(revision.title, sectionsOfText(path, revision.markdown)) : []
  const section = sections.find(candidate => candidate.key === key)
  return section ? sectionWords(section) : ''
}

/** What became of the sections that were made from another state than the present one, up to that. */
async function readEarlierStates({ head, texts }: Opened, kept: KeptTexts, plan: readonly ShownKey[]) {
  const until = texts.get(kept.prevailing)?.recordedAt ?? new Date(0)
  const asked = { path: head.path, prevailing: kept.prevailing }
  const said = await readStates([asked], earlierKeys(plan, kept))
  return statesByKey(said.filter(({ since }) => since <= until))
}

/** What became of prevailing sections, in words, by key. */
async function readDifferences(path: string, drifts: ReadonlyMap<string, Drift<StoredState> | null>) {
  const behind = [...drifts].flatMap(([key, drift]) => (drift?.kind === 'behind' ? [{ key, ...drift }] : []))
  const revisions = await readRevisions(
    behind.flatMap(({ base, current }) => [base.revision, current.revision]),
  )
  return new Map(
    behind.map(({ key, base, current }) => {
      const [before, after] = [base, current].map(({ revision }) =>
        wordsIn(path, revisions.get(revision), key),
      )
      return [key, diffWords(before ?? '', after ?? '')]
    }),
  )
}

/** What every section of the plan counts for, and how it stands to the one that prevails. */
export async function readStandings(
  opened: Opened,
  kept: KeptTexts,
  plan: readonly ShownKey[],
): Promise<ReadonlyMap<string, SectionStanding>> {
  const drifts = driftsOf(plan, kept, await readEarlierStates(opened, kept, plan))
  const differences = await readDifferences(opened.head.path, drifts)
  const told = (key: string): SectionDrift | null => {
    const drift = drifts.get(key) ?? null
    if (drift?.kind !== 'behind') return drift
    const { kind, behind, base, current } = drift
    return {
      kind,
      behind,
      baseAt: base.since,
      currentAt: current.since,
      difference: differences.get(key) ?? [],
    }
  }
  const locales = [...kept.byLocale.keys()]
  return new Map(
    plan.map(({ key, lang }) => [
      key,
      { lang, authority: authorityOf(lang, locales, kept.source), drift: told(key) },
    ]),
  )
}
