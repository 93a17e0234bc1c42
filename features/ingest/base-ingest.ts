import { type RoleHolders, roleHoldersOf, roleHoldersSchema } from '#features/access/role-holder-model.ts'
import { parseLedger } from '#features/checklist/ledger-rules.ts'
import { readBytes } from '#features/document/bytes-rules.ts'
import { MAX_LEDGER_BYTES, MAX_TEXT_BYTES } from '#features/document/file-ingest.ts'
import { readYaml } from '#features/document/yaml-rules.ts'
import { readBlobs } from '#features/ingest/blobs-ingest.ts'
import { askGit } from '#features/ingest/git-ingest.ts'
import type { PreviousLines } from '#features/ingest/kept-ledger-rules.ts'
import { ledgerFoldersIn } from '#features/ingest/lost-ledger-rules.ts'

/** The commit that a change is held against, and what the content was in it. */
export interface Base {
  readonly commit: string
  /** Whether HEAD stands on it. */
  readonly isAncestor: boolean
  /** Commits of HEAD that it lacks. */
  readonly since: ReadonlySet<string>
  readonly ledgers: PreviousLines
  /** Nobody where its `roles.yaml` is missing or cannot be read. */
  readonly holders: RoleHolders
}

const FILE = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s

async function ask(folder: string, args: readonly string[]): Promise<string> {
  const { error, output } = await askGit(folder, args)
  if (error !== null) throw new Error(`git ${args[0]}: ${error}`)
  return output.toString()
}

/** The commit that a revision names in the repository of a content folder; null where it names none. */
export async function findCommit(folder: string, revision: string): Promise<string | null> {
  const name = `${revision}^{commit}`
  const found = await askGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', name])
  return found.error === null ? found.output.toString().trim() : null
}

/** What a branch usually goes back to. Once it is pushed its upstream is itself, so that comes last. */
const TARGETS = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', '@{upstream}']

/** Where the branch left the one it is to go back to; null where that cannot be told. */
export async function findUsualBase(folder: string): Promise<string | null> {
  for (const target of TARGETS) {
    const found = await askGit(folder, ['merge-base', 'HEAD', target])
    if (found.error === null) return found.output.toString().trim()
  }
  return null
}

/** Git's ids of the files that the content folder had in a commit, by path. */
async function blobsIn(folder: string, commit: string): Promise<Map<string, string>> {
  const tree = await ask(folder, ['ls-tree', '-r', '-z', '--no-full-name', commit])
  return new Map(
    tree.split('\0').flatMap(entry => {
      const [, blob, path] = FILE.exec(entry) ?? []
      return blob !== undefined && path !== undefined ? [[path, blob] as const] : []
    }),
  )
}

async function readHolders(folder: string, blob: string | undefined): Promise<RoleHolders> {
  let holders: RoleHolders = new Map()
  await readBlobs(folder, blob === undefined ? [] : [blob], MAX_TEXT_BYTES, (_, bytes) => {
    const { text } = readBytes('roles.yaml', bytes)
    const { value } = readYaml('roles.yaml', text ?? '', roleHoldersSchema)
    if (value) holders = roleHoldersOf(value)
  })
  return holders
}

async function readLedgers(folder: string, blobs: ReadonlyMap<string, string>): Promise<PreviousLines> {
  const ledgers = new Map(
    ledgerFoldersIn(blobs.keys()).map(path => [path, blobs.get(`${path}/change-log.jsonl`) ?? '']),
  )
  const texts = new Map<string, string>()
  await readBlobs(folder, ledgers.values(), MAX_LEDGER_BYTES, (blob, bytes) => {
    texts.set(blob, bytes.toString('utf8'))
  })
  return new Map([...ledgers].map(([path, blob]) => [path, parseLedger(path, texts.get(blob) ?? '').lines]))
}

/**
 * What the content was in a commit.
 * @throws {Error} of git
 */
export async function readBase(folder: string, commit: string): Promise<Base> {
  const blobs = await blobsIn(folder, commit)
  const since = await ask(folder, ['rev-list', `${commit}..HEAD`])
  const ancestor = await askGit(folder, ['merge-base', '--is-ancestor', commit, 'HEAD'])
  return {
    commit,
    isAncestor: ancestor.error === null,
    since: new Set(since.split('\n').filter(id => id !== '')),
    ledgers: await readLedgers(folder, blobs),
    holders: await readHolders(folder, blobs.get('roles.yaml')),
  }
}
