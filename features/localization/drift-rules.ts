import type { Drift, DriftKind, SectionState, StateName } from '#features/localization/drift-model.ts'

/** The states of each section in their order, from what revisions said of it, the oldest first. */
export function statesByKey<State extends SectionState>(said: readonly State[]): Map<string, State[]> {
  const byKey = new Map<string, State[]>()
  for (const state of said) {
    const states = byKey.get(state.key) ?? []
    if (states.at(-1)?.state !== state.state) states.push(state)
    byKey.set(state.key, states)
  }
  return byKey
}

/**
 * How a section stands to the authoritative one (docs/decisions/0026).
 * @param base the state that it says it was made from; null where it does not say
 * @param states of the authoritative section, the oldest first, each other than the one before it; the last is how it
 *   stands, none where the authoritative text has no such section now
 */
export function driftOf<State extends SectionState>(
  base: StateName | null,
  states: readonly State[],
): Drift<State> {
  const current = states.at(-1)
  if (!current) return { kind: 'unpaired' }
  if (base === current.state) return { kind: 'current' }
  const at = states.findLastIndex(({ state }) => state === base)
  const made = states[at]
  if (!made) return { kind: 'unsaid' }
  const since = new Set(states.slice(at + 1).map(({ state }) => state))
  return { kind: 'behind', behind: since.size, base: made, current }
}

/** How many revisions a text is behind, as other forms of a page say it: null where it is not known. */
export function behindOf(drift: { readonly kind: DriftKind; readonly behind?: number }): number | null {
  if (drift.kind === 'current') return 0
  return drift.behind ?? null
}
