import { CROSSED_SQUARE, DASHED_RING, Mark, TICKED_DISC } from '#components/status/mark.tsx'
import type { Finding } from '#features/evidence/finding-model.ts'

/** Colour of a finding; never the only sign of it. */
export const FINDING_COLOUR: Record<Finding, string> = {
  passed: 'text-done',
  failed: 'text-blocked',
  warned: 'text-progress',
  'not-run': 'text-muted',
}

/** A finding as a shape, to be told apart without colour: ticked disc, crossed square, triangle with a stroke, dashed ring. */
const SHAPE: Record<Finding, React.ReactNode> = {
  passed: TICKED_DISC,
  failed: CROSSED_SQUARE,
  warned: (
    <>
      <path d="M8 1.6 15.2 14.4H.8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 6v4m0 1.4v1.6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  'not-run': DASHED_RING,
}

/** Stands beside the finding's word. */
export function FindingMark({ finding }: { finding: Finding }) {
  return <Mark colour={FINDING_COLOUR[finding]}>{SHAPE[finding]}</Mark>
}
