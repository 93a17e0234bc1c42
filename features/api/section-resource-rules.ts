import type { SectionResource } from '#features/api/document-resource-model.ts'
import type { ShownSection } from '#features/document/document-view-model.ts'
import { behindOf } from '#features/localization/drift-rules.ts'
import type { SectionStanding } from '#features/localization/section-standing-model.ts'

/** What a section counts for, and how it stands to the one that prevails. */
export const standingResource = ({
  lang,
  authority,
  drift,
}: SectionStanding): Pick<
  SectionResource,
  'lang' | 'authority' | 'drift' | 'behind' | 'madeFrom' | 'changedAt'
> => ({
  lang,
  authority,
  drift: drift?.kind ?? null,
  behind: drift === null ? 0 : behindOf(drift),
  madeFrom: drift?.kind === 'behind' ? drift.baseAt.toISOString() : null,
  changedAt: drift?.kind === 'behind' ? drift.currentAt.toISOString() : null,
})

/** The sections of a document as the API shows them. */
export const sectionResources = (sections: readonly ShownSection[]): SectionResource[] =>
  sections.map(section => ({
    key: section.key,
    number: section.number,
    anchor: section.anchor,
    heading: section.heading,
    ...standingResource(section),
    withheld: section.withheld,
    withheldNotes: section.withheldNotes,
    markdown: section.markdown,
  }))
