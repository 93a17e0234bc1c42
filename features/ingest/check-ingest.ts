import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { readAuthors } from '#features/ingest/authors-ingest.ts'
import { type Base, readBase } from '#features/ingest/base-ingest.ts'
import { type Examined, examine } from '#features/ingest/examine-ingest.ts'
import { checkKept } from '#features/ingest/kept-ledger-rules.ts'
import { readSectionStates } from '#features/ingest/section-states-ingest.ts'
import { checkKnownBases, withEarlierBases } from '#features/localization/base-known-rules.ts'

const DIVERGED: Rule = {
  code: 'base-diverged',
  severity: 'warning',
  mend: 'Merge the base into the branch: it may merely be behind.',
}

const DROPPED: Rule = {
  code: 'branch-rewritten',
  severity: 'warning',
  mend: 'Squash the branch, or merge it with a merge commit: rebased commit by commit, it would rewrite the ledger.',
}

export interface CheckRequest {
  readonly contentFolder: string
  /** Id of the commit that the change is held against; null: no change, only the content and its history. */
  readonly base: string | null
  readonly now: Date
}

export interface CheckOutcome {
  readonly diagnostics: readonly Diagnostic[]
  readonly documents: number
  readonly lines: number
  /** Lines that no commit has yet. */
  readonly uncommitted: number
  /** Commits that changed a ledger; null where git knows nothing of the content. */
  readonly commits: number | null
  /** Lines whose commits' authors were held against `roles.yaml`; null where there was nothing to hold them against. */
  readonly authored: number | null
}

/** Enough to see what happened. */
const MAX_REPORTED = 20

/** What cannot be told of a shallow clone cannot be vouched for. */
const inFull = (found: Diagnostic): Diagnostic =>
  found.code === 'history-shallow' ? { ...found, severity: 'error' } : found

/** The ledgers of which commits since the base had lines that a merge would leave behind. */
const checkBranch = ({ content, committed }: Examined, { since }: Base): Diagnostic[] =>
  content.documents.flatMap(({ found, authoritative, lines }) => {
    const current = new Set(lines.map(line => line.hash))
    const dropped = [...(committed.get(found.path)?.values() ?? [])].filter(
      ({ hash, entry, isBinding }) => !isBinding && !current.has(hash) && since.has(entry.commit),
    )
    const place = { file: found.ledger?.file ?? authoritative.source.file, line: 1, column: 1 }
    return dropped.slice(0, MAX_REPORTED).map(({ workstream, recordedAt, entry }) => {
      const line = `the line of workstream ${workstream} recorded ${recordedAt}`
      return report(
        DROPPED,
        place,
        `expected ${line} as commit ${entry.commit.slice(0, 12)} has it, found it gone`,
      )
    })
  })

async function checkAgainst(contentFolder: string, examined: Examined, commit: string) {
  const { content } = examined
  const base = await readBase(contentFolder, commit)
  const kept = checkKept(content, [base.ledgers])
  const missing = `expected ${commit.slice(0, 12)} among the commits of HEAD, found it is not`
  const diverged = base.isAncestor || kept.length === 0 ? [] : [report(DIVERGED, content.place, missing)]
  const authors = await readAuthors(contentFolder, examined, base)
  const diagnostics = [...kept, ...diverged, ...checkBranch(examined, base), ...authors.diagnostics]
  return { diagnostics, authored: authors.lines }
}

/**
 * Holds a content folder against every rule that needs no database, its ledgers against git's history, and, with a
 * base, the change against that: its ledgers and who may commit.
 * @throws {Error} of git
 */
export async function checkContent({ contentFolder, base, now }: CheckRequest): Promise<CheckOutcome> {
  const examined = await examine(contentFolder, now)
  const { content, past, committed, texts } = examined
  const outdated = withEarlierBases(content.documents)
  const states = await readSectionStates(contentFolder, outdated, past.history, texts, now)
  const bases = checkKnownBases(
    outdated,
    (path, key, hash) =>
      states
        .get(path)
        ?.get(key)
        ?.some(({ state }) => state === hash) ?? false,
  )
  const change =
    base === null || past.head === null
      ? { diagnostics: [], authored: null }
      : await checkAgainst(contentFolder, examined, base)
  const lines = content.documents.flatMap(({ found, lines }) =>
    lines.map(line => committed.get(found.path)?.has(line.hash) ?? false),
  )
  const found = [...content.diagnostics, ...bases, ...change.diagnostics].map(inFull)
  const changes = [...past.ledgers.values()].flat()
  return {
    diagnostics: [...new Map(found.map(one => [JSON.stringify(one), one])).values()],
    documents: content.documents.length,
    lines: lines.length,
    uncommitted: lines.filter(isCommitted => !isCommitted).length,
    commits: past.head === null ? null : new Set(changes.map(({ commit }) => commit)).size,
    authored: change.authored,
  }
}
