import { runGit } from '#features/ingest/git-ingest.ts'

const HEADER = /^([0-9a-f]+) blob (\d+)$/

/** Which of these blobs are at most so large. */
async function smallOnes(folder: string, blobs: readonly string[], most: number): Promise<string[]> {
  const chunks: Buffer[] = []
  await runGit(folder, ['cat-file', '--batch-check'], chunk => chunks.push(chunk), `${blobs.join('\n')}\n`)
  return Buffer.concat(chunks)
    .toString()
    .split('\n')
    .flatMap(line => {
      const [, blob, size] = HEADER.exec(line) ?? []
      return blob !== undefined && Number(size) <= most ? [blob] : []
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
  const wanted = [...new Set(blobs)]
  if (wanted.length === 0) return
  const small = await smallOnes(folder, wanted, most)
  if (small.length === 0) return
  const { error } = await runGit(folder, ['cat-file', '--batch'], cutter(take), `${small.join('\n')}\n`)
  if (error !== null) throw new Error(`git cat-file: ${error}`)
}
