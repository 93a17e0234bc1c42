import type { RunView } from '#features/evidence/run-view-model.ts'

const replaysOf = ({ run }: RunView, other: RunView): boolean =>
  run.replays.some(({ sha256 }) => sha256 === other.hash)

/** A run replays at most 16; of those that replay one, the newest are enough. */
const MOST = 16

/** The runs that a run replays, and those that replay it. @param runs the newest first */
export const relatedRuns = (runs: readonly RunView[], view: RunView): RunView[] =>
  runs.filter(other => other !== view && (replaysOf(view, other) || replaysOf(other, view))).slice(0, MOST)
