import type { Boundary, EvidenceRecord } from '#features/evidence/record-model.ts'
import type { Claims, Run } from '#features/evidence/run-model.ts'
import { isRecorded } from '#features/evidence/silent-rules.ts'

/** What the claims of a run are recomputed from. */
export interface RunCounts {
  readonly byBoundary: Readonly<Record<Boundary, number>>
  /** Consume records of a first attempt. */
  readonly deliveries: number
  /** Sent records whose key is not their intentId. */
  readonly keyMismatches: number
}

interface Recomputation {
  /** The boundaries of which one must be recorded, or the bundle does not tell; null: run.json itself tells. */
  readonly needs: readonly Boundary[] | null
  readonly value: (counts: RunCounts, run: Run) => number | string | null
}

/** The claims that a run's records bear out or not. */
const RECOMPUTED = {
  producedRecords: { needs: ['publish'], value: ({ byBoundary }) => byBoundary.publish },
  receivedCount: { needs: ['consume'], value: ({ deliveries }) => deliveries },
  effectCount: { needs: ['effect'], value: ({ byBoundary }) => byBoundary.effect },
  dlqRecords: { needs: ['dlq'], value: ({ byBoundary }) => byBoundary.dlq },
  replayedRecords: { needs: ['replay'], value: ({ byBoundary }) => byBoundary.replay },
  intentKeyMismatches: { needs: ['publish', 'replay'], value: ({ keyMismatches }) => keyMismatches },
  controlledFailureTopic: { needs: null, value: (_, run) => run.controlledFailureTopic },
} as const satisfies Record<string, Recomputation>

const isRecomputed = (name: string): name is keyof typeof RECOMPUTED => Object.hasOwn(RECOMPUTED, name)

/** A claim beside what its records say. */
export interface ComparedClaim {
  readonly name: string
  readonly claimed: Claims[string]
  /** Absent where the records do not tell. */
  readonly recomputed?: number | string | null
  readonly agrees?: boolean
}

/** Each claim of a run, in its order, with what was recomputed. */
export const compareClaims = (run: Run, counts: RunCounts): ComparedClaim[] =>
  Object.entries(run.claims).map(([name, claimed = null]) => {
    const recomputation: Recomputation | undefined = isRecomputed(name) ? RECOMPUTED[name] : undefined
    if (!recomputation) return { name, claimed }
    const { needs, value } = recomputation
    const recomputed = value(counts, run)
    // The original summaries write an empty text where there is none.
    const agrees = (claimed === '' ? null : claimed) === recomputed
    // What run.json says twice is no proof of itself; what it says in two ways is a contradiction.
    const isTold = needs ? needs.some(boundary => isRecorded(run, boundary)) : !agrees
    return isTold ? { name, claimed, recomputed, agrees } : { name, claimed }
  })

/** Counts the records of a run. */
export function createCounts() {
  const byBoundary: Record<Boundary, number> = { publish: 0, consume: 0, effect: 0, dlq: 0, replay: 0 }
  let deliveries = 0
  let keyMismatches = 0
  return {
    take({ boundary, attempt, key, intentId }: EvidenceRecord): void {
      byBoundary[boundary] += 1
      if (boundary === 'consume' && attempt === 1) deliveries += 1
      const isSent = boundary === 'publish' || boundary === 'replay'
      if (isSent && (key === null || key !== intentId)) keyMismatches += 1
    },
    counts: (): RunCounts => ({ byBoundary: { ...byBoundary }, deliveries, keyMismatches }),
  }
}
