import { MANIFEST_NAME } from '#features/evidence/bundle-file-model.ts'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { compareClaims } from '#features/evidence/claim-rules.ts'
import { filePath, recordPath } from '#features/evidence/evidence-address-rules.ts'
import type { Witness } from '#features/evidence/finding-model.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'
import { sightOn } from '#features/evidence/record-sight-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { withheldOfRun } from '#features/evidence/withheld-evidence-rules.ts'
import { withheldWords } from '#features/evidence/withheld-words-rules.ts'
import { distinctWitnesses } from '#features/evidence/witness-rules.ts'
import { clauses, factWith, named } from '#features/localization/join-rules.ts'
import { pageAddress } from '#features/portal/file-rules.ts'
import { findingWords } from '#features/twin/finding-markdown-rules.ts'
import { blocks, code, link, listOf, plain, tableOf } from '#features/twin/markdown-rules.ts'
import { notices } from '#features/twin/notices-rules.ts'
import type { TwinContext } from '#features/twin/twin-model.ts'

function factsOf(view: RunView, { wording }: TwinContext): string {
  const { t } = wording
  const { run } = view
  const facts: readonly (readonly [string, string])[] = [
    [t('evidence.environment'), code(view.environment)],
    [t('evidence.kind'), code(run.kind)],
    [t('evidence.one.repository'), plain(run.subject.repository)],
    [t('evidence.one.commit'), code(run.subject.commit)],
    [t('evidence.one.command'), code(run.command)],
    [t('evidence.one.started'), view.startedAt.toISOString()],
    [t('evidence.one.finished'), view.finishedAt.toISOString()],
    [t('evidence.one.ingested'), view.ingestedAt.toISOString()],
    [t('evidence.runs.records'), String(view.records)],
    ...BOUNDARIES.map(
      boundary =>
        [
          `${t(`evidence.boundaries.${boundary}`)} ${code(boundary)}`,
          String(view.counts.byBoundary[boundary]),
        ] as const,
    ),
  ]
  return listOf(facts.map(([name, value]) => factWith(name, value, wording)))
}

function claimsOf({ run, counts }: RunView, { wording: { t } }: TwinContext): string {
  const claims = compareClaims(run, counts)
  if (claims.length === 0) return t('evidence.one.noClaims')
  return tableOf(
    (['claim', 'claimed', 'recomputed', 'agreement'] as const).map(column => t(`evidence.one.${column}`)),
    claims.map(({ name, claimed, recomputed, agrees }) => [
      code(name),
      code(JSON.stringify(claimed)),
      agrees === undefined ? '' : code(JSON.stringify(recomputed)),
      t(`evidence.one.${agrees === undefined ? 'untold' : agrees ? 'agrees' : 'differs'}`),
    ]),
  )
}

function witnessItem(
  { runId, record, reason, detail, isWithheld }: Witness,
  view: RunView,
  context: TwinContext,
): string {
  const { wording, wish } = context
  const { t } = wording
  const words = record === null ? t('verdict.ofRun') : t('verdict.record', { number: String(record) })
  const isOwn = runId === view.run.runId && record !== null && sightOn(context) !== 'none'
  const place = isOwn ? link(words, pageAddress(wish, recordPath(view.environment, runId, record))) : words
  const name = `${place} (${code(runId)})`
  const said = reason === null ? name : factWith(name, plain(t(`verdict.reason.${reason}`)), wording)
  if (isWithheld) return `  - ${said} ${plain(t('evidenceWithheld.detail'))}`
  return `  - ${said}${detail === null ? '' : ` ${code(detail)}`}`
}

function checksOf(view: RunView, context: TwinContext): string {
  const { wording } = context
  const { t } = wording
  return listOf(
    CHECK_CODES.flatMap(check => {
      const judgement = view.judgements.get(check)
      if (!judgement) return []
      const { finding, cause, judged, failed, warned } = judgement
      const words = cause ? t(`verdict.cause.${cause}`) : t('evidence.one.counts', { judged, failed, warned })
      const isDecided = finding === 'failed' || finding === 'warned'
      const witnesses = isDecided ? distinctWitnesses(judgement) : []
      return [
        [
          `${named(`${t(`verdict.check.${check}`)} ${code(check)}`, wording)} **${findingWords(finding, wording)}** · ${plain(words)}`,
          ...witnesses.map(witness => witnessItem(witness, view, context)),
        ].join('\n'),
      ]
    }),
  )
}

function filesOf(view: RunView, context: TwinContext): string {
  const { wish, wording } = context
  const { t } = wording
  const isSeen = sightOn(context) === 'whole'
  const { run, environment, hash } = view
  const day = wish.asOf.isToday ? '' : `?asOf=${wish.asOf.day}`
  return tableOf(
    [t('evidence.one.file'), 'sha-256'],
    [{ name: MANIFEST_NAME, sha256: hash }, ...run.files].map(({ name, sha256 }) => [
      isSeen ? link(plain(name), wish.origin + filePath(environment, run.runId, name) + day) : plain(name),
      code(sha256),
    ]),
  )
}

/** A run as Markdown, without its records: those are a table and data. */
export function runMarkdown(view: RunView, context: TwinContext): string {
  const { t } = context.wording
  const failed = CHECK_CODES.filter(check => view.judgements.get(check)?.finding === 'failed')
  const isContradicted = view.run.claims['ok'] === true && failed.length > 0
  const names = clauses(
    failed.map(check => `${t(`verdict.check.${check}`)} ${code(check)}`),
    context.wording,
  )
  return blocks(
    `# ${t('evidence.one.title', { runId: code(view.run.runId) })}`,
    notices(context),
    isContradicted ? `**${t('evidence.one.contradiction', { count: failed.length })}** ${names}` : null,
    factsOf(view, context),
    `## ${t('evidence.one.claims')}`,
    claimsOf(view, context),
    `## ${t('evidence.one.checks')}`,
    checksOf(view, context),
    `## ${t('evidence.one.files')}`,
    filesOf(view, context),
    ...withheldOfRun(view, sightOn(context)).map(part => plain(withheldWords(part, context.wording))),
  )
}
