interface MarkProps {
  /** Class of its colour; never the only sign of what it stands for. */
  readonly colour: string
  /** Of a side, in CSS pixels. */
  readonly size?: number
  /** Shapes on a sheet of 16 by 16. */
  readonly children: React.ReactNode
}

/** A drawn mark. It stands beside a word that says the same. */
export function Mark({ colour, size = 16, children }: MarkProps) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className={`shrink-0 ${colour}`}>
      {children}
    </svg>
  )
}

/** It is so. */
export const TICKED_DISC = (
  <>
    <circle cx="8" cy="8" r="7" fill="currentColor" />
    <path d="m4.6 8.2 2.4 2.4 4.4-4.8" fill="none" stroke="var(--paper)" strokeWidth="1.8" />
  </>
)

/** It is not so. */
export const CROSSED_SQUARE = (
  <>
    <path d="M1 1h14v14H1z" fill="currentColor" />
    <path d="m4.5 4.5 7 7m0-7-7 7" stroke="var(--paper)" strokeWidth="1.8" />
  </>
)

/** Nothing tells. */
export const DASHED_RING = (
  <circle
    cx="8"
    cy="8"
    r="6.4"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeDasharray="2.4 2.4"
  />
)
