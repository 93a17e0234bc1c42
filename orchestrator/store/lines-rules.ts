import zlib from 'node:zlib'

/** A line of evidence and its place among those of its process. */
export interface Line {
  readonly seq: number
  readonly text: string
}

/** The fastest that finds what lines repeat, which is most of them: a tenth remains to be written to the disk. */
const FAST = { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } }

const bySeq = (one: Line, other: Line): number => one.seq - other.seq

/** Lines as they are kept: each behind its place, compressed. */
export const packLines = (lines: readonly Line[]): Buffer =>
  zlib.zstdCompressSync(lines.map(line => `${line.seq} ${line.text}`).join('\n'), FAST)

/** Packed lines in their order. */
export const unpackLines = (packed: Uint8Array): Line[] =>
  zlib
    .zstdDecompressSync(packed)
    .toString()
    .split('\n')
    .map(line => {
      const space = line.indexOf(' ')
      return { seq: Number(line.slice(0, space)), text: line.slice(space + 1) }
    })
    .sort(bySeq)

/**
 * The lines of a process in their order. A line may be written long after its place was taken, as where an attempt is
 * followed by others: so lists overlap, and as much as does is in memory.
 * @param lists each in its order, and they by their first places
 */
export function* merged(lists: Iterable<readonly Line[]>): Generator<Line> {
  let waiting: readonly Line[] = []
  for (const list of lists) {
    const first = list[0]?.seq ?? 0
    const cut = waiting.findIndex(({ seq }) => seq > first)
    const overlapping = cut < 0 ? [] : waiting.slice(cut)
    yield* cut < 0 ? waiting : waiting.slice(0, cut)
    waiting = overlapping.length === 0 ? list : [...overlapping, ...list].sort(bySeq)
  }
  yield* waiting
}
