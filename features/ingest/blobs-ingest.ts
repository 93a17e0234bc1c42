import { runGit } from '#features/ingest/git-ingest.ts'

const HEADER = /^([0-9a-f]+) blob (\d+)$/

/**
 * The blobs that git knows by these names, in their order, with their sizes in bytes.
 * @param names blobs' ids, or such as `<commit>:./<path in the folder>`, none with a line end
 * @returns null for what is no blob
 */
export async function findBlobs(
  folder: string,
  names: readonly string[],
): Promise<({ blob: string; size: number } | null)[]> {
  if (names.length === 0) return []
  const chunks: Buffer[] = []
  await runGit(folder, ['cat-file', '--batch-check'], chunk => chunks.push(chunk), `${names.join('\n')}\n`)
  const found = Buffer.concat(chunks).toString().split('\n')
  return names.map((_, index) => {
    const [, blob, size] = HEADER.exec(found[index] ?? '') ?? []
    return blob === undefined ? null : { blob, size: Number(size) }
  })
}

/** Cuts what `git cat-file --batch` prints into blobs. */
function cutter(take: (blob: string, bytes: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let chunks: Buffer[] = []
  let wanted = 0
  return chunk => {
    chunks.push(chunk)
    if (chunks.reduce((sum, { length }) => sum + length, rest.length) < wanted) return
    rest = Buffer.concat([rest, ...chunks])
    chunks = []
    wanted = 0
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const [, blob = '', size] = HEADER.exec(rest.toString('latin1', 0, end)) ?? []
      const after = end + 1 + Number(size ?? 0)
      if (size !== undefined && rest.length < after + 1) {
        wanted = after + 1
        return
      }
      if (size !== undefined) take(blob, rest.subarray(end + 1, after))
      rest = rest.subarray(size === undefined ? end + 1 : after + 1)
    }
  }
}

/**
 * Reads blobs of git's in one go, and hands on each as it comes. Those that are missing or larger are passed over.
 * @param most bytes
 */
export async function readBlobs(
  folder: string,
  blobs: Iterable<string>,
  most: number,
  take: (blob: string, bytes: Buffer) => void,
): Promise<void> {
  const found = await findBlobs(folder, [...new Set(blobs)])
  const small = found.flatMap(entry => (entry && entry.size <= most ? [entry.blob] : []))
  if (small.length === 0) return
  const { error } = await runGit(folder, ['cat-file', '--batch'], cutter(take), `${small.join('\n')}\n`)
  if (error !== null) throw new Error(`git cat-file: ${error}`)
}
