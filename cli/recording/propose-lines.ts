import { formatLedgerLine } from '#features/checklist/ledger-rules.ts'
import { LINE_TEXTS, type LineText, type LineTexts } from '#features/checklist/missing-lines-rules.ts'
import type { Proposal } from '#features/checklist/proposal-rules.ts'
import { Failure } from '#scripts/failure.js'

const optionsFor = (text: LineText): string => `--${text}-ka, --${text}-en`

/** Proposed lines for eyes: what differs, what would be recorded, and what it still needs. */
export const showProposal = ({ row, state, lines, needed }: Proposal): string =>
  [
    `${row.number}. ${row.title}`,
    `  the ledger says ${state ? `${state.status} ${state.targetDate}` : 'nothing'}, the table ${row.status} ${row.targetDate}`,
    ...lines.map(line => `  + ${formatLedgerLine(line)}`),
    ...needed.map(text => `  needs a ${text}: give ${optionsFor(text)} with --workstream ${row.number}`),
  ].join('\n')

/**
 * Texts speak of one workstream: where they would go into lines of several, nobody meant that.
 * @throws {Failure} in that case
 */
export function refuseSharedTexts(proposals: readonly Proposal[], given: LineTexts): void {
  const takers = proposals.filter(({ lines }) =>
    lines.some(line => LINE_TEXTS.some(text => given[text] && line[text])),
  )
  if (takers.length < 2) return
  throw new Failure(
    `The texts given would go to ${takers.length} workstreams: ${takers.map(({ row }) => row.number).join(', ')}.`,
    'Name the one they speak of with --workstream.',
  )
}

/** @throws {Failure} where lines still need texts */
export function refuseIncomplete(proposals: readonly Proposal[]): void {
  const lacking = proposals.filter(({ needed }) => needed.length > 0).map(({ row }) => row.number)
  if (lacking.length === 0) return
  throw new Failure(
    `The lines of ${lacking.join(', ')} lack texts; no file is written.`,
    'Give them, a workstream at a time with --workstream.',
  )
}
