import { toString as textOf } from 'mdast-util-to-string'
import type { WorkstreamResource } from '#features/api/checklist-resource-model.ts'
import type { WorkstreamView } from '#features/checklist/checklist-model.ts'
import type { Blockage } from '#features/checklist/workstream-model.ts'
import type { TextStanding } from '#features/document/document-view-model.ts'
import type { AuthoredText } from '#features/localization/authority-model.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import { localizedText } from '#features/localization/localized-text-rules.ts'

const NO_WORDS = { text: null, lang: null, authority: null }

/** While the block stands, the document's own note goes before the ledger's, as on the page. */
function blockerWords(
  { note, clearedOn }: Blockage,
  { blockerNote }: WorkstreamView,
  { lang, authority }: TextStanding,
  locale: Locale,
): AuthoredText | null {
  if (clearedOn !== null || blockerNote === null) return localizedText(note, locale)
  return { text: blockerNote.map(node => textOf(node)).join('\n\n'), lang, authority }
}

/** A workstream as the API shows it. `standing` is that of the text its section is read from. */
export const workstreamResource = (
  workstream: WorkstreamView,
  standing: TextStanding,
  locale: Locale,
): WorkstreamResource => ({
  number: workstream.number,
  title: workstream.title,
  ownerRole: workstream.ownerRole,
  status: workstream.status,
  targetDate: workstream.targetDate,
  originalTargetDate: workstream.originalTargetDate,
  slips: workstream.slips.map(slip => ({ ...slip, reason: localizedText(slip.reason, locale) })),
  overdueDays: workstream.overdueDays,
  blockerNotes: workstream.blockages.map(blockage => ({
    ...(blockerWords(blockage, workstream, standing, locale) ?? NO_WORDS),
    raisedOn: blockage.raisedOn,
    clearedOn: blockage.clearedOn,
  })),
  lastReportedOn: workstream.lastReportedOn,
  friday: workstream.friday,
})
