import type { ComposedText } from '#features/document/composed-text-model.ts'
import { readComposed } from '#features/document/composed-text-queries.ts'
import type { Opened } from '#features/document/open-document-queries.ts'
import { readStates, type StoredState } from '#features/document/section-states-queries.ts'
import { sectionWords } from '#features/document/section-words-rules.ts'
import { driftsOf, earlierKeys, type KeptTexts } from '#features/document/shown-section-rules.ts'
import { titledSections } from '#features/document/text-section-rules.ts'
import { diffWords } from '#features/document/word-diff-rules.ts'
import { authorityOf } from '#features/localization/authority-rules.ts'
import type { Drift } from '#features/localization/drift-model.ts'
import { statesByKey } from '#features/localization/drift-rules.ts'
import type { ShownKey } from '#features/localization/fallback-rules.ts'
import type { SectionDrift, SectionStanding } from '#features/localization/section-standing-model.ts'

/** What a section of a revision says, in one line. */
function wordsIn(text: ComposedText | undefined, key: string): string {
  const sections = text ? titledSections(text.title, text.sections) : []
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
async function readDifferences(drifts: ReadonlyMap<string, Drift<StoredState> | null>) {
  const behind = [...drifts].flatMap(([key, drift]) => (drift?.kind === 'behind' ? [{ key, ...drift }] : []))
  const revisions = await readComposed(
    behind.flatMap(({ base, current }) => [base.revision, current.revision]),
  )
  return new Map(
    behind.map(({ key, base, current }) => {
      const [before, after] = [base, current].map(({ revision }) => wordsIn(revisions.get(revision), key))
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
  const differences = await readDifferences(drifts)
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
