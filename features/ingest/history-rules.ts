import type { Change, History } from '#features/ingest/history-model.ts'

/** The `--format` that `parseLog` reads. */
export const LOG_FORMAT = 'commit %H %ct'

const COMMIT = /^commit ([0-9a-f]{40,64}) (\d+)$/
const ENTRY = /^\n?:\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/
const FILE_MODES = ['100644', '100755']

/** Reads what `git log --raw -z --no-abbrev` prints, the newest commit first. */
export function parseLog(output: string): History {
  const history = new Map<string, Change[]>()
  const tokens = output.split('\0')
  let commit = ''
  let time = new Date(0)
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? ''
    const [, id, seconds] = COMMIT.exec(token) ?? []
    if (id !== undefined) {
      commit = id
      time = new Date(Number(seconds) * 1000)
    }
    const [, mode = '', blob = ''] = ENTRY.exec(token) ?? []
    const path = blob === '' ? undefined : tokens[++index]
    if (path === undefined) continue
    const changes = history.get(path) ?? []
    history.set(path, changes)
    changes.unshift({ commit, time, blob: FILE_MODES.includes(mode) ? blob : null })
  }
  return history
}
