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
  corroborated: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m4.6 8.2 2.4 2.4 4.4-4.8" fill="none" stroke="var(--paper)" strokeWidth="1.8" />
    </>
  ),
  contradicted: (
    <>
      <path d="M1 1h14v14H1z" fill="currentColor" />
      <path d="m4.5 4.5 7 7m0-7-7 7" stroke="var(--paper)" strokeWidth="1.8" />
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
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      className={`shrink-0 ${VERDICT_COLOUR[verdict]}`}
    >
      {SHAPE[verdict]}
    </svg>
  )
}
