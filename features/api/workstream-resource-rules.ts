import type { WorkstreamResource } from '#features/api/checklist-resource-model.ts'
import { evidenceResource } from '#features/api/evidence-resource-rules.ts'
import { noteWords } from '#features/checklist/blocker-note-rules.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Blockage } from '#features/checklist/workstream-model.ts'
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

/** A workstream as the API shows it. */
export const workstreamResource = (workstream: WorkstreamView, locale: Locale): WorkstreamResource => ({
  number: workstream.number,
  title: workstream.title,
  ownerRole: workstream.ownerRole,
  status: workstream.status,
  targetDate: workstream.targetDate,
  originalTargetDate: workstream.originalTargetDate,
  slips: workstream.slips.map(slip => ({ ...slip, reason: localizedText(slip.reason, locale) })),
  overdueDays: workstream.overdueDays,
  blockerNotes: workstream.blockages.map(blockage => ({
    ...(blockerWords(blockage, workstream, locale) ?? NO_WORDS),
    raisedOn: blockage.raisedOn,
    clearedOn: blockage.clearedOn,
  })),
  lastReportedOn: workstream.lastReportedOn,
  friday: workstream.friday,
  evidence: evidenceResource(workstream.evidence),
})
