import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { askGit } from '#features/ingest/git-ingest.ts'
import type { History } from '#features/ingest/history-model.ts'
import { LOG_FORMAT, parseLog } from '#features/ingest/history-rules.ts'

const MISSING: Rule = {
  code: 'history-missing',
  severity: 'warning',
  mend: 'Put the content under git; until then its texts are dated by their ingests.',
}
const SHALLOW: Rule = {
  code: 'history-shallow',
  severity: 'warning',
  mend: 'Run `git fetch --unshallow`, so that older texts keep their dates.',
}

const LOG = [
  'log',
  '--first-parent',
  '--diff-merges=first-parent',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '-z',
  '--relative',
]

/** What git knows of the content folder on the first parents of HEAD; nothing, and a warning, where it knows nothing. */
export async function readHistory(
  folder: string,
  place: Place,
): Promise<{ history: History; diagnostics: Diagnostic[] }> {
  const without = (found: string) => ({
    history: new Map(),
    diagnostics: [report(MISSING, place, `expected a git repository with commits, found: ${found}`)],
  })
  const shallow = await askGit(folder, ['rev-parse', '--is-shallow-repository'])
  if (shallow.error !== null) return without(shallow.error)
  const head = await askGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'])
  if (head.error !== null) return without('no commit')
  const log = await askGit(folder, [...LOG, `--format=${LOG_FORMAT}`, 'HEAD', '--', '.'])
  if (log.error !== null) return without(log.error)
  const isShallow = shallow.output.toString().trim() === 'true'
  const diagnostics = isShallow
    ? [report(SHALLOW, place, 'expected the whole history, found a shallow clone')]
    : []
  return { history: parseLog(log.output.toString()), diagnostics }
}
