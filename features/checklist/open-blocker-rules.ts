import type { Blockage, WorkstreamState } from '#features/checklist/workstream-model.ts'

/** What blocks a workstream as it stands: its newest blockage while it is blocked, else nothing. */
export const openBlocker = ({
  status,
  blockages,
}: Pick<WorkstreamState, 'status' | 'blockages'>): Blockage | null =>
  status === 'BLOCKED' ? (blockages.at(-1) ?? null) : null
