/** A state of a text, and when it began to stand. */
export interface HeldState {
  readonly id: number
  readonly locale: string
  readonly recordedAt: Date
  readonly isCurrent: boolean
}

/** From an instant until another, in milliseconds; without an end where it stands still. */
export type Span = readonly [since: number, until: number | null]

/**
 * When each state of a document's texts was the one to show, as revision-rules.ts chooses: before the oldest text of all,
 * the oldest of every language (docs/decisions/0009), from when the document has a record.
 */
export function heldSpans(states: readonly HeldState[], recordedSince: Date): ReadonlyMap<number, Span[]> {
  const current = new Set(states.filter(state => state.isCurrent).map(state => state.locale))
  const present = states.filter(state => current.has(state.locale))
  const oldest = Math.min(...present.map(state => state.recordedAt.getTime()))
  const spans = new Map<number, Span[]>()
  for (const own of Map.groupBy(present, state => state.locale).values()) {
    const inOrder = own.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || a.id - b.id)
    for (const [at, state] of inOrder.entries()) {
      const since = state.recordedAt.getTime()
      const until = inOrder[at + 1]?.recordedAt.getTime() ?? null
      const before =
        at === 0 && recordedSince.getTime() < oldest ? [[recordedSince.getTime(), oldest] as const] : []
      const kept = until === null || until > since ? [[since, until] as const] : []
      spans.set(state.id, [...before, ...kept])
    }
  }
  return spans
}

const instant = (time: number): string => `"${new Date(time).toISOString()}"`

/** Spans as PostgreSQL writes a `tstzmultirange`. */
export const multirange = (spans: readonly Span[]): string =>
  `{${spans.map(([since, until]) => `[${instant(since)},${until === null ? '' : instant(until)})`).join(',')}}`
