import { Mark, TICKED_DISC } from '#components/status/mark.tsx'
import type { Status } from '#features/checklist/status-model.ts'

/** Fill and text colour of a status; never the only sign of it. */
export const STATUS_COLOUR: Record<Status, string> = {
  TODO: 'text-todo',
  IN_PROGRESS: 'text-progress',
  BLOCKED: 'text-blocked',
  DONE: 'text-done',
}

/** A status as a shape, to be told apart without colour: ring, half disc, barred octagon, ticked disc. */
const SHAPE: Record<Status, React.ReactNode> = {
  TODO: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  IN_PROGRESS: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  BLOCKED: (
    <>
      <path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" fill="currentColor" />
      <path d="M4.2 8h7.6" stroke="var(--paper)" strokeWidth="2.2" />
    </>
  ),
  DONE: TICKED_DISC,
}

export function StatusMark({ status }: { status: Status }) {
  return <Mark colour={STATUS_COLOUR[status]}>{SHAPE[status]}</Mark>
}
