import type { Boundary } from '#features/evidence/record-model.ts'
import type { RunKind } from '#features/evidence/run-model.ts'

/** What makes runs of a kind. */
interface RunCommand {
  /** Begins the ids of its runs. */
  readonly what: string
  /** Of package.json. */
  readonly script: string
  /** How to go on with one that is not at its end. */
  readonly again: string
  /** What its runs record. */
  readonly boundaries: readonly Boundary[]
}

const CHAIN_BOUNDARIES: readonly Boundary[] = ['publish', 'consume', 'effect', 'dlq']

export const COMMANDS: Readonly<Record<RunKind, RunCommand>> = {
  'single-operator-e2e': {
    what: 'e2e',
    script: 'single-operator:e2e',
    again: 'Bring it there with `npm run single-operator:e2e`, or give it up with `-- --give-up`',
    boundaries: CHAIN_BOUNDARIES,
  },
  'single-operator-replay-dlq': {
    what: 'replay',
    script: 'single-operator:replay-dlq',
    again: 'Bring it there with `npm run single-operator:replay-dlq`, or give it up with `-- --give-up`',
    boundaries: [...CHAIN_BOUNDARIES, 'replay'],
  },
  'kes-smoke': {
    what: 'kes-smoke',
    script: 'kafka:kes-smoke',
    again: 'Bring it there with `npm run kafka:kes-smoke`, or give it up with `-- --give-up`',
    boundaries: CHAIN_BOUNDARIES,
  },
  'kes-consumer': {
    what: 'kes-consumer',
    script: 'kafka:kes-consumer',
    again: 'Start `npm run kafka:kes-consumer -- --chain` and stop it with Ctrl-C',
    boundaries: CHAIN_BOUNDARIES,
  },
}
