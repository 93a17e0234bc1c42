import type { RunView } from '#features/evidence/run-view-model.ts'

/** A run as the command line tells it. */
export type ToldRun = Omit<RunView, 'startedAt'>
