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
  passed: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.6 8.2 2.4 2.4 4.4-4.8" fill="none" stroke="var(--paper)" strokeWidth="1.8" />
    </>
  ),
  failed: (
    <>
      <path d="M1 1h14v14H1z" fill="currentColor" />
      <path d="m4.5 4.5 7 7m0-7-7 7" stroke="var(--paper)" strokeWidth="1.8" />
    </>
  ),
  warned: (
    <>
      <path d="M8 1.6 15.2 14.4H.8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M8 6v4m0 1.4v1.6" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  'not-run': (
    <circle
      cx="8"
      cy="8"
      r="6.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeDasharray="2.4 2.4"
    />
  ),
}

/** Stands beside the finding's word. */
export function FindingMark({ finding }: { finding: Finding }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      className={`shrink-0 ${FINDING_COLOUR[finding]}`}
    >
      {SHAPE[finding]}
    </svg>
  )
}
