import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { askGit } from '#features/ingest/git-ingest.ts'
import type { History, Past } from '#features/ingest/history-model.ts'
import { LOG_FORMAT, parseLog } from '#features/ingest/history-rules.ts'

const MISSING: Rule = {
  code: 'history-missing',
  severity: 'warning',
  mend: 'Put the content under git; until then its texts are dated by their ingests.',
}
const SHALLOW: Rule = {
  code: 'history-shallow',
  severity: 'warning',
  mend: 'Run `git fetch --unshallow`, or give actions/checkout `fetch-depth: 0`, so that dates, owners and ledgers of old can be told.',
}

const LOG = ['log', '--raw', '--no-abbrev', '--no-renames', '-z', `--format=${LOG_FORMAT}`]
const FIRST_PARENTS = [...LOG, '--first-parent', '--diff-merges=first-parent', '--relative']
// Git 2.39 does not heed --relative in combined diffs, so these paths begin at the repository's root.
const ALL_PARENTS = [...LOG, '--full-history', '--date-order', '--diff-merges=combined', '--no-relative']
const LEDGERS = ':(glob)**/change-log.jsonl'

const NOTHING: Past = { head: null, history: new Map(), ledgers: new Map() }

const within = (history: History, prefix: string): History =>
  new Map([...history].map(([path, changes]) => [path.slice(prefix.length), changes]))

/** The commit that a merge under way brings, its parent once it is committed. */
async function mergedHeads(folder: string): Promise<readonly string[]> {
  const { error, output } = await askGit(folder, ['rev-parse', '--verify', '--quiet', 'MERGE_HEAD'])
  return error === null ? [output.toString().trim()] : []
}

/** What git knows of the content folder; nothing, and a warning, where it knows nothing. */
export async function readPast(
  folder: string,
  place: Place,
): Promise<{ past: Past; diagnostics: Diagnostic[] }> {
  const without = (found: string) => ({
    past: NOTHING,
    diagnostics: [report(MISSING, place, `expected a git repository with commits, found: ${found}`)],
  })
  const shallow = await askGit(folder, ['rev-parse', '--is-shallow-repository', '--show-prefix'])
  if (shallow.error !== null) return without(shallow.error)
  const head = await askGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD'])
  if (head.error !== null) return without('no commit')
  const log = await askGit(folder, [...FIRST_PARENTS, 'HEAD', '--', '.'])
  if (log.error !== null) return without(log.error)
  const all = await askGit(folder, [...ALL_PARENTS, 'HEAD', ...(await mergedHeads(folder)), '--', LEDGERS])
  if (all.error !== null) return without(all.error)
  const [depth, prefix = ''] = shallow.output.toString().split('\n')
  const isShallow = depth === 'true'
  const diagnostics = isShallow
    ? [report(SHALLOW, place, 'expected the whole history, found a shallow clone')]
    : []
  return {
    past: {
      head: head.output.toString().trim(),
      history: parseLog(log.output.toString(), isShallow),
      ledgers: within(parseLog(all.output.toString(), isShallow), prefix),
    },
    diagnostics,
  }
}
