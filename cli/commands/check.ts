import { named } from '#cli/content/named.ts'
import { printDiagnostics } from '#cli/content/print-diagnostics.ts'
import { unlessAborted } from '#cli/content/unless-aborted.ts'
import { readEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { hasErrors } from '#features/diagnostic/diagnostic-model.ts'
import { findBundles } from '#features/evidence/bundles-ingest.ts'
import { checkEnds } from '#features/evidence/future-rules.ts'
import { type Verification, verifyBundles } from '#features/evidence/verify-ingest.ts'
import { findCommit, findUsualBase } from '#features/ingest/base-ingest.ts'
import { type CheckOutcome, checkContent } from '#features/ingest/check-ingest.ts'
import { Failure } from '#scripts/failure.js'
import type { AddCommand } from './command.ts'

export const addCheck: AddCommand = (program, signal) => {
  program
    .command('check')
    .description('check the content, its history, who may commit, and the evidence, without a database')
    .option(
      '--base <revision>',
      'the commit to hold the change against (default: where the branch left origin’s main branch, else its upstream)',
    )
    .action(({ base }: { base?: string }) => check(base ?? null, signal))
}

/** What CI names as the commit before the first one of a new branch. */
const NO_COMMIT = /^0{40,}$/

async function check(asked: string | null, signal: AbortSignal): Promise<void> {
  const { contentFolder, evidenceFolder } = readEnvironment(PROJECT)
  const now = new Date()
  const base =
    asked === null || NO_COMMIT.test(asked)
      ? await findUsualBase(contentFolder)
      : await findAsked(contentFolder, asked)
  const outcome = await unlessAborted(signal, checkContent({ contentFolder, base, now }))
  const evidence = await unlessAborted(signal, verifyEvidence(evidenceFolder, now))
  const diagnostics = [...outcome.diagnostics, ...evidence.diagnostics]
  printDiagnostics(diagnostics)
  console.log(summaryOf(outcome, base))
  if (evidence.whole > 0)
    console.log(`  evidence: ${count(evidence.whole, 'bundle')}, ${count(evidence.records, 'record')}`)
  if (hasErrors(diagnostics)) throw new Failure('The content has errors.', 'Mend them and check again.')
}

async function verifyEvidence(folder: string, now: Date): Promise<Verification> {
  const { bundles, diagnostics } = await findBundles(folder, named(folder))
  return verifyBundles(bundles, [...diagnostics, ...checkEnds(bundles, now)], () => {})
}

async function findAsked(contentFolder: string, revision: string): Promise<string> {
  const commit = await findCommit(contentFolder, revision)
  if (commit !== null) return commit
  throw new Failure(
    `--base ${revision} is no commit in the repository of ${contentFolder}`,
    'Name a commit, branch or tag that is there; a shallow clone has few: fetch them (actions/checkout: fetch-depth: 0).',
  )
}

/** What was checked, and what was not. */
function summaryOf(outcome: CheckOutcome, base: string | null): string {
  const { documents, lines, uncommitted, commits, authored } = outcome
  const against = base === null ? '' : ` and base ${base.slice(0, 12)}`
  const rewriting =
    commits === null ? 'not checked, no commits' : `against ${count(commits, 'commit')}${against}`
  const unchecked = base === null ? 'no base, name one with --base' : 'nobody is listed in its roles.yaml'
  const authors = authored === null ? `not checked, ${unchecked}` : `of ${count(authored, 'line')}`
  return [
    `Checked: ${count(documents, 'document')}, ${count(lines, 'ledger line')} (${uncommitted} uncommitted)`,
    `  rewriting: ${rewriting}`,
    `  authors: ${authors}`,
  ].join('\n')
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`
