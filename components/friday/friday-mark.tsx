import type { FridayState } from '#features/checklist/workstream-model.ts'

/** Colour of a state; never the only sign of it. */
export const FRIDAY_COLOUR: Record<FridayState, string> = {
  due: 'text-progress',
  updated: 'text-done',
  confirmed: 'text-done',
  late: 'text-progress',
  missed: 'text-blocked',
  exempt: 'text-muted',
}

/** A state as a shape around the origin: diamond, ticked disc, ring with a tick, clock, crossed square, dash. */
const SHAPE: Record<FridayState, React.ReactNode> = {
  due: <path d="M0-7 7 0 0 7-7 0z" fill="none" />,
  updated: (
    <>
      <circle r="7" fill="currentColor" />
      <path d="m-3.4.2 2.4 2.4 4.4-4.8" fill="none" stroke="var(--paper)" />
    </>
  ),
  confirmed: (
    <>
      <circle r="6.5" fill="none" />
      <path d="m-3 .2 2.1 2.1 3.9-4.2" fill="none" />
    </>
  ),
  late: (
    <>
      <circle r="6.5" fill="none" />
      <path d="M0-4v4h4" fill="none" />
    </>
  ),
  missed: (
    <>
      <path d="M-7-7H7V7H-7z" fill="currentColor" />
      <path d="m-3.5-3.5 7 7m0-7-7 7" fill="none" stroke="var(--paper)" />
    </>
  ),
  exempt: <path d="M-5 0h10" fill="none" />,
}

const idOf = (state: FridayState) => `friday-${state}`

/** The shapes that the marks of a page show, once for all of them. */
export function FridayShapes({ states }: { states: readonly FridayState[] }) {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        {states.map(state => (
          <g
            key={state}
            id={idOf(state)}
            stroke="currentColor"
            strokeWidth="1.8"
            className={FRIDAY_COLOUR[state]}
          >
            {SHAPE[state]}
          </g>
        ))}
      </defs>
    </svg>
  )
}

/** A mark within a drawing, in per cent of its width and in the middle of its height. */
export function FridayMark({ state, at }: { state: FridayState; at: number }) {
  return <use href={`#${idOf(state)}`} x={`${at}%`} y="50%" />
}

/** The shape of a state that stands by itself, beside its word. */
export function FridaySign({ state }: { state: FridayState }) {
  return (
    <svg
      viewBox="-10 -10 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      stroke="currentColor"
      strokeWidth="1.8"
      className={`shrink-0 ${FRIDAY_COLOUR[state]}`}
    >
      {SHAPE[state]}
    </svg>
  )
}
