import type { WorkstreamResource } from '#features/api/checklist-resource-model.ts'
import { evidenceResource } from '#features/api/evidence-resource-rules.ts'
import { standingResource } from '#features/api/section-resource-rules.ts'
import { noteWords } from '#features/checklist/blocker-note-rules.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Blockage } from '#features/checklist/workstream-model.ts'
import type { ShownSection } from '#features/document/document-view-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

const NO_WORDS = { text: null, lang: null, authority: null }

/** Words of a blockage; while it stands, those that the page shows. */
export function blockerWords(
  { note, clearedOn }: Blockage,
  { blockerNote }: WorkstreamView,
  locale: Locale,
): AuthoredText | null {
  if (clearedOn !== null || blockerNote === null) return localizedText(note, locale)
  const { nodes, lang, authority } = blockerNote
  return { text: noteWords(nodes), lang, authority }
}

function sectionOf(
  workstream: WorkstreamView,
  sections: readonly ShownSection[],
): WorkstreamResource['section'] {
  const section = sections.find(({ number }) => number === workstream.number)
  if (!section) return null
  const { key, anchor, heading, withheld, withheldNotes } = section
  return { key, anchor, heading, ...standingResource(section), withheld, withheldNotes }
}

/** A workstream as the API shows it. */
export const workstreamResource = (
  workstream: WorkstreamView,
  sections: readonly ShownSection[],
  locale: Locale,
): WorkstreamResource => ({
  number: workstream.number,
  title: workstream.title,
  ownerRole: workstream.ownerRole,
  status: workstream.status,
  targetDate: workstream.targetDate,
  originalTargetDate: workstream.originalTargetDate,
  slips: workstream.slips.map(slip => ({
    ...slip,
    reason: localizedText(slip.reason, locale),
    withheld: slip.withheld ?? null,
  })),
  overdueDays: workstream.overdueDays,
  blockerNotes: workstream.blockages.map(blockage => ({
    ...(blockerWords(blockage, workstream, locale) ?? NO_WORDS),
    withheld: (blockage.clearedOn === null ? workstream.withheldNote : blockage.withheldNote) ?? null,
    raisedOn: blockage.raisedOn,
    clearedOn: blockage.clearedOn,
  })),
  lastReportedOn: workstream.lastReportedOn,
  friday: workstream.friday,
  section: sectionOf(workstream, sections),
  evidence: evidenceResource(workstream.evidence),
})
