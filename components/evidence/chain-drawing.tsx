import { useTranslations } from 'next-intl'
import { useInlineAxis } from '#components/chart/inline-axis.ts'
import { Code } from '#components/text/code.tsx'
import { Verbatim } from '#components/text/verbatim.tsx'
import { useWording } from '#components/text/wording.ts'
import type { ChainStep } from '#features/evidence/chain-rules.ts'
import { BOUNDARIES, type Boundary } from '#features/evidence/record-model.ts'
import { clauses } from '#features/localization/join-rules.ts'

/** Where a boundary and its name stand: per cent of the width from where a line begins, CSS pixels from the top. No way crosses a name. */
const AT: Record<Boundary, { readonly x: number; readonly y: number; readonly name: number }> = {
  publish: { x: 12, y: 34, name: 16 },
  consume: { x: 48, y: 34, name: 16 },
  effect: { x: 84, y: 34, name: 16 },
  dlq: { x: 48, y: 82, name: 110 },
  replay: { x: 12, y: 82, name: 110 },
}

/** An event as a row: sent, consumed, effect; below, the DLQ and the way back from it. */
export function ChainDrawing({ steps }: { steps: readonly ChainStep[] }) {
  return (
    <>
      <Shapes />
      <ol className="mt-3">
        {steps.map(step => (
          <li
            key={`${step.topic} ${step.eventId}`}
            className="break-inside-avoid gap-x-4 border-t border-line py-2 md:grid md:grid-cols-[15rem_1fr] print:grid print:grid-cols-[15rem_1fr]"
          >
            <p className="wrap-anywhere">
              <span className="font-semibold">
                <Code>{step.topic}</Code>
              </span>
              <span className="block text-small text-muted">
                {step.eventId !== null && <Verbatim>{step.eventId}</Verbatim>}
              </span>
            </p>
            <Step step={step} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Step({ step }: { step: ChainStep }) {
  const wording = useWording()
  const t = useTranslations('evidence')
  const { at, open, topic } = step
  const has = (boundary: Boundary) => at[boundary].length > 0
  const hasBelow = has('dlq') || has('replay')
  const parts = [
    ...BOUNDARIES.filter(has).map(boundary => `${t(`boundaries.${boundary}`)} × ${at[boundary].length}`),
    ...(open ? [t(`chain.opens.${open}`)] : []),
  ]
  return (
    <svg
      role="img"
      aria-label={t('chain.label', { topic, parts: clauses(parts, wording) })}
      width="100%"
      height={hasBelow || open === 'replay' ? 118 : 50}
      className="block max-w-2xl overflow-visible text-ink"
    >
      {has('consume') && has('publish') && <Edge from="publish" to="consume" />}
      {has('effect') && has('consume') && <Edge from="consume" to="effect" />}
      {has('dlq') && <Edge from={has('consume') ? 'consume' : 'publish'} to="dlq" />}
      {has('replay') && <Edge from="dlq" to="replay" />}
      {has('replay') && has('consume') && <Edge from="replay" to="consume" />}
      {open && <OpenEnd step={step} />}
      {BOUNDARIES.filter(has).map(boundary => (
        <Node key={boundary} boundary={boundary} count={at[boundary].length} />
      ))}
    </svg>
  )
}

/** What an open end waits for. */
const MISSING = {
  consume: { from: 'publish', to: 'consume' },
  outcome: { from: 'consume', to: 'effect' },
  replay: { from: 'dlq', to: 'replay' },
  'replay-outcome': { from: 'consume', to: 'effect' },
} as const satisfies Record<NonNullable<ChainStep['open']>, { from: Boundary; to: Boundary }>

function OpenEnd({ step: { open, at } }: { step: ChainStep }) {
  const axis = useInlineAxis()
  if (!open) return null
  const { from, to } = MISSING[open]
  const isReplayUnconsumed = open === 'replay-outcome' && at.consume.length === 0
  return (
    <>
      <Edge from={isReplayUnconsumed ? 'replay' : from} to={to} isOpen />
      <use href="#chain-open" x={`${axis.at(AT[to].x)}%`} y={AT[to].y} />
      <Name boundary={to} isOpen />
    </>
  )
}

function Edge({ from, to, isOpen = false }: { from: Boundary; to: Boundary; isOpen?: boolean }) {
  const axis = useInlineAxis()
  return (
    <line
      x1={`${axis.at(AT[from].x)}%`}
      y1={AT[from].y}
      x2={`${axis.at(AT[to].x)}%`}
      y2={AT[to].y}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray={isOpen ? '4 4' : undefined}
      className={isOpen ? 'text-blocked' : 'text-muted'}
    />
  )
}

function Node({ boundary, count }: { boundary: Boundary; count: number }) {
  const axis = useInlineAxis()
  return (
    <>
      <use href={`#chain-${boundary}`} x={`${axis.at(AT[boundary].x)}%`} y={AT[boundary].y} />
      <Name boundary={boundary} count={count} />
    </>
  )
}

function Name({
  boundary,
  count = 1,
  isOpen = false,
}: {
  boundary: Boundary
  count?: number
  isOpen?: boolean
}) {
  const axis = useInlineAxis()
  return (
    <text
      x={`${axis.at(AT[boundary].x)}%`}
      y={AT[boundary].name}
      textAnchor="middle"
      className={`text-small ${isOpen ? 'fill-blocked' : 'fill-ink'}`}
    >
      {boundary}
      {count > 1 ? ` ×${count}` : ''}
    </text>
  )
}

/** Each boundary as a shape around the origin: ring, half disc, ticked disc, crossed square, ring with an arrow back. */
function Shapes() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <circle
          id="chain-publish"
          r="8"
          className="text-accent"
          fill="var(--paper)"
          stroke="currentColor"
          strokeWidth="2"
        />
        <g id="chain-consume" className="text-accent" stroke="currentColor" strokeWidth="2">
          <circle r="8" fill="var(--paper)" />
          <path d="M0-8a8 8 0 0 1 0 16z" fill="currentColor" />
        </g>
        <g id="chain-effect" className="text-done">
          <circle r="9" fill="currentColor" />
          <path d="m-4 .2 2.8 2.8 5-5.4" fill="none" stroke="var(--paper)" strokeWidth="2" />
        </g>
        <g id="chain-dlq" className="text-blocked">
          <path d="M-8-8H8V8H-8z" fill="currentColor" />
          <path d="m-4-4 8 8m0-8-8 8" stroke="var(--paper)" strokeWidth="2" />
        </g>
        <g id="chain-replay" className="text-progress" stroke="currentColor" strokeWidth="2" fill="none">
          <circle r="8" fill="var(--paper)" />
          <path d="M3.5-1A3.7 3.7 0 1 0 2.6 2.6M3.8-4v3.2H.6" strokeWidth="1.6" />
        </g>
        <circle
          id="chain-open"
          r="8"
          className="text-blocked"
          fill="var(--paper)"
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray="3 3"
        />
      </defs>
    </svg>
  )
}
