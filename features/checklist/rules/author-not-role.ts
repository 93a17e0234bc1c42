import { type RoleHolders, rolesOf } from '#features/access/role-holder-model.ts'
import type { PlacedLedgerLine } from '#features/checklist/ledger-model.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'

const RULE: Rule = {
  code: 'author-not-role',
  severity: 'error',
  mend: 'Let someone who holds the role commit the line, or list the author in roles.yaml in a change of its own first.',
}

/** A line and the commit that brought it. */
export interface AuthoredLine {
  readonly line: PlacedLedgerLine
  readonly commit: string
  /** E-mail address of the commit's author. */
  readonly author: string
}

/** An address as a message shows it: nothing in it that a terminal would obey. */
const shown = (author: string): string => author.slice(0, 120).replaceAll(/\p{C}/gu, '\uFFFD')

/**
 * The lines of a ledger whose commits' authors hold neither the role that recorded them nor GOVERNANCE_ADMIN.
 * @param holders as listed before the change, so that nobody gives themselves a role with it
 */
export const checkAuthors = (
  file: string,
  lines: readonly AuthoredLine[],
  holders: RoleHolders,
): Diagnostic[] =>
  lines.flatMap(({ line, commit, author }) => {
    const held = rolesOf(holders, author)
    if (held.includes(line.by) || held.includes('GOVERNANCE_ADMIN')) return []
    const wanted = line.by === 'GOVERNANCE_ADMIN' ? line.by : `${line.by} or GOVERNANCE_ADMIN`
    const found = held.length > 0 ? held.join(', ') : 'no role'
    return report(
      RULE,
      { file, line: line.line, column: 1 },
      `expected an author who holds ${wanted}, found ${shown(author)} (commit ${commit.slice(0, 12)}), who holds ${found}`,
    )
  })
