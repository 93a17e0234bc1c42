import { isRole } from '#features/access/role-model.ts'
import type { RecordedLine } from '#features/checklist/ledger-model.ts'
import type { LineOwner, OwnersOf } from '#features/checklist/line-owner-model.ts'
import type { TextFacts } from '#features/document/text-facts-model.ts'
import type { CommittedLedgers, CommittedLine } from '#features/ingest/committed-line-model.ts'
import type { CommittedTexts } from '#features/ingest/committed-text-rules.ts'
import { enteredAt } from '#features/ingest/entered-rules.ts'
import type { Past } from '#features/ingest/history-model.ts'
import { readTextsThen } from '#features/ingest/text-then-ingest.ts'

/** Lines that an ingest took in, by their document's path. */
export type KnownLines = ReadonlyMap<string, readonly RecordedLine[]>

function ownerThen(text: TextFacts | null, line: CommittedLine): LineOwner {
  const row = text?.tracker.find(({ number }) => number === line.workstream)
  if (!text || !row) return 'present'
  const { ownerRole } = text.metadata
  if (line.kind !== 'baseline') return row.ownerRole
  return ownerRole !== null && isRole(ownerRole) ? ownerRole : 'present'
}

/** Owners of the lines of one ledger, by hash, as the commits named them that first had the lines. */
async function readOwners(
  root: string,
  folder: string,
  lines: readonly CommittedLine[],
  texts: CommittedTexts,
): Promise<Map<string, LineOwner>> {
  const commits = [...new Set(lines.map(({ entry }) => entry.commit))]
  const read = await readTextsThen(root, folder, commits, texts)
  const textOf = new Map(commits.map((commit, index) => [commit, read[index] ?? null]))
  return new Map(lines.map(line => [line.hash, ownerThen(textOf.get(line.entry.commit) ?? null, line)]))
}

/**
 * Whose it was to record a line (docs/decisions/0016): the owner's in the commit that first had it, without a commit
 * whoever the table names now. Settled is what an ingest judged by that commit before, what began before a shallow
 * clone, and, where git knows nothing, what an ingest took in.
 * @param texts what is read of git is added
 */
export async function readOwnersThen(
  root: string,
  past: Past,
  ledgers: CommittedLedgers,
  known: KnownLines,
  texts: CommittedTexts,
): Promise<OwnersOf> {
  const owners = new Map<string, Map<string, LineOwner>>()
  for (const [folder, lines] of known) {
    const settled = lines.filter(line =>
      past.head === null
        ? true
        : line.enteredAt !== null && line.enteredAt === enteredAt(ledgers.get(folder)?.get(line.hash)),
    )
    owners.set(folder, new Map(settled.map(line => [line.hash, 'settled'])))
  }
  for (const [folder, lines] of ledgers) {
    const settled = owners.get(folder)
    const open = [...lines.values()].filter(line => !settled?.has(line.hash))
    const judged = open.filter(line => !line.entry.isBoundary)
    const boundary = open.filter(line => line.entry.isBoundary)
    owners.set(
      folder,
      new Map<string, LineOwner>([
        ...(settled ?? []),
        ...boundary.map(({ hash }) => [hash, 'settled'] as const),
        ...(await readOwners(root, folder, judged, texts)),
      ]),
    )
  }
  return path => line => owners.get(path)?.get(line.hash) ?? 'present'
}
