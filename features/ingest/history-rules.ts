import type { Change, History } from '#features/ingest/history-model.ts'

/** The `--format` that `parseLog` reads. */
export const LOG_FORMAT = 'commit %H %ct (%P) %ae'

const COMMIT = /^commit ([0-9a-f]{40,64}) (\d+) \(([0-9a-f ]*)\) (.*)$/s
/** One colon, mode and blob a parent; the last mode and blob are the commit's own (git-diff-tree, "raw output"). */
const ENTRY = /^\n?:+(?:\d{6} )+?(\d{6}) (?:[0-9a-f]{40,64} )+?([0-9a-f]{40,64}) [A-Z]+\d*$/
const FILE_MODES = ['100644', '100755']

/**
 * Reads what `git log --raw -z --no-abbrev` prints, the newest commit first.
 * @param isShallow whether a commit without parents may have had some
 */
export function parseLog(output: string, isShallow = false): History {
  const history = new Map<string, Change[]>()
  const tokens = output.split('\0')
  let commit: Omit<Change, 'blob'> | null = null
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? ''
    const [, id, seconds, parents, author = ''] = COMMIT.exec(token) ?? []
    if (id !== undefined) {
      const time = new Date(Number(seconds) * 1000)
      commit = { commit: id, time, author, isBoundary: isShallow && parents === '' }
    }
    const [, mode = '', blob = ''] = ENTRY.exec(token) ?? []
    const path = blob === '' ? undefined : tokens[++index]
    if (path === undefined || commit === null) continue
    const changes = history.get(path) ?? []
    history.set(path, changes)
    changes.push({ ...commit, blob: FILE_MODES.includes(mode) ? blob : null })
  }
  for (const changes of history.values()) changes.reverse()
  return history
}
