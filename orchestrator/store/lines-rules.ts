/** A line of evidence and its place among those of its process. */
export interface Line {
  readonly seq: number
  readonly text: string
}

const bySeq = (one: Line, other: Line): number => one.seq - other.seq

/**
 * The lines of a process in their order. A line may be written long after its place was taken, as where an attempt is
 * followed by others: so lists overlap, and as much as does is in memory.
 * @param lists by their first places
 */
export function* merged(lists: Iterable<readonly Line[]>): Generator<Line> {
  let waiting: readonly Line[] = []
  for (const unsorted of lists) {
    const list = unsorted.toSorted(bySeq)
    const first = list[0]?.seq ?? 0
    const cut = waiting.findIndex(({ seq }) => seq > first)
    const overlapping = cut < 0 ? [] : waiting.slice(cut)
    yield* cut < 0 ? waiting : waiting.slice(0, cut)
    waiting = overlapping.length === 0 ? list : [...overlapping, ...list].sort(bySeq)
  }
  yield* waiting
}
