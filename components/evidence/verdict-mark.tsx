import { CROSSED_SQUARE, DASHED_RING, Mark, TICKED_DISC } from '#components/status/mark.tsx'
import type { Verdict } from '#features/evidence/verdict-model.ts'

/** Colour of a verdict; never the only sign of it. */
export const VERDICT_COLOUR: Record<Verdict, string> = {
  corroborated: 'text-done',
  contradicted: 'text-blocked',
  'not-run': 'text-todo',
  stale: 'text-progress',
  'none-required': 'text-muted',
}

/** A verdict as a shape, to be told apart without colour: ticked disc, crossed square, dashed ring, clock, dash. */
const SHAPE: Record<Verdict, React.ReactNode> = {
  corroborated: TICKED_DISC,
  contradicted: CROSSED_SQUARE,
  'not-run': DASHED_RING,
  stale: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 4v4h4" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  'none-required': <path d="M3 8h10" stroke="currentColor" strokeWidth="1.8" />,
}

/** Stands beside the verdict's word. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return (
    <Mark colour={VERDICT_COLOUR[verdict]} size={14}>
      {SHAPE[verdict]}
    </Mark>
  )
}
