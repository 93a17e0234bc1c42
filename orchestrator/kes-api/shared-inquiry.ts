/**
 * An inquiry that all share who ask at the same time, and a little later: however many ask, one is under way.
 * @param keptMs for how long its answer holds
 * @returns asks; whether it succeeded
 */
export function sharedInquiry(ask: () => Promise<unknown>, keptMs: number): () => Promise<boolean> {
  let last: Promise<boolean> | null = null
  let until = Number.POSITIVE_INFINITY
  return () => {
    if (last && performance.now() < until) return last
    until = Number.POSITIVE_INFINITY
    last = ask()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        until = performance.now() + keptMs
      })
    return last
  }
}
