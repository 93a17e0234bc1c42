import { columns, plain } from '#cli/evidence/columns.ts'
import { toldJudgements } from '#cli/evidence/told-judgements.ts'
import type { CheckCode } from '#features/evidence/check-code-model.ts'
import { type ComparedClaim, compareClaims } from '#features/evidence/claim-rules.ts'
import type { Judgement, Witness } from '#features/evidence/finding-model.ts'
import type { ToldRun } from '#features/evidence/told-run-model.ts'

/** The records page has the rest. */
const MAX_WITNESSES = 3

const listed = (values: readonly string[]): string => values.join(', ') || 'none'

const facts = ({ run, hash, ingestedAt, records }: ToldRun): string[][] => [
  ['run', `${run.environment}/${run.runId}`],
  ['kind', run.kind],
  ['subject', `${run.subject.repository}@${run.subject.commit}`],
  ['command', run.command],
  ['started', run.startedAt],
  ['finished', run.finishedAt],
  ['ingested', ingestedAt.toISOString()],
  ['broker', run.broker ? `${run.broker.kind} ${run.broker.version}` : 'none'],
  ['recorded', listed(run.boundaries)],
  ['made to fail on', run.controlledFailureTopic ?? 'nothing'],
  ['replays', listed(run.replays.map(({ runId }) => runId))],
  ['records', `${records} in ${listed(run.files.map(({ name }) => name))}`],
  ['run.json', `sha-256 ${hash}`],
]

function claimRow({ name, claimed, recomputed, agrees }: ComparedClaim): string[] {
  if (agrees === undefined) return [name, `${claimed}`, 'not recomputed', '']
  return [name, `${claimed}`, `${recomputed}`, agrees ? 'agrees' : 'DIFFERS']
}

const witnessRow = (runId: string, { runId: of, record, reason, detail }: Witness): string =>
  [
    '   ',
    of === runId ? '' : `${of}`,
    record === null ? 'the run' : `record ${record}`,
    reason ?? '',
    detail ?? '',
  ]
    .filter(Boolean)
    .join(' ')

const counted = ({ finding, cause, judged, failed, warned }: Judgement): string =>
  finding === 'not-run' ? (cause ?? '') : `${judged} judged, ${failed} failed, ${warned} warned`

function checkLines(runId: string, judgements: readonly (readonly [CheckCode, Judgement])[]): string[] {
  const heads = columns(judgements.map(([check, found]) => [`  ${check}`, found.finding, counted(found)]))
  return judgements.flatMap(([, { finding, witnesses }], index) => [
    heads[index] ?? '',
    ...(finding === 'failed' || finding === 'warned'
      ? witnesses.slice(0, MAX_WITNESSES).map(witness => witnessRow(runId, witness))
      : []),
  ])
}

/** A run for eyes, line by line. */
export const runReport = (told: ToldRun): string[] =>
  [
    ...columns(facts(told)),
    '',
    'Claims, and what the records say',
    ...columns(compareClaims(told.run, told.counts).map(claim => ['', ...claimRow(claim)])),
    '',
    'Checks',
    ...checkLines(told.run.runId, toldJudgements(told)),
  ].map(plain)
