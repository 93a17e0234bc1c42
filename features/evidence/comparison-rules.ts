import { CHECK_CODES, type CheckCode } from '#features/evidence/check-code-model.ts'
import { type ComparedClaim, compareClaims } from '#features/evidence/claim-rules.ts'
import { ENVIRONMENTS, type Environment } from '#features/evidence/environment-model.ts'
import type { Finding, Judgement } from '#features/evidence/finding-model.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import type { RunView } from '#features/evidence/run-view-model.ts'
import { countingFindings } from '#features/evidence/verdict-rules.ts'

/** A run and what a check found in it. */
export interface JudgedBy {
  readonly view: RunView
  readonly judgement: Judgement
}

/** One side of a comparison: a run, or an environment as its newest runs show it. */
export interface Side {
  /** As the address names it: `dev`, or `dev/smoke-1`. */
  readonly name: string
  readonly environment: Environment
  /** Null: the environment as a whole. */
  readonly view: RunView | null
}

export const CHANGES = ['regressed', 'not-run', 'new', 'fixed', 'same'] as const

/** What became of a check from the first side to the second. */
export type Change = (typeof CHANGES)[number]

interface ComparedCheck {
  readonly check: CheckCode
  readonly change: Change
  /** What judged it on each side; null where nothing did. */
  readonly a: JudgedBy | null
  readonly b: JudgedBy | null
}

interface ComparedAspect {
  readonly aspect: keyof Profile
  /** What only one side has; for a value that is no list, the value. */
  readonly onlyA: readonly string[]
  readonly onlyB: readonly string[]
}

interface ClaimPair {
  readonly name: string
  /** Absent where that side claims nothing of the kind. */
  readonly a?: ComparedClaim
  readonly b?: ComparedClaim
}

export interface Comparison {
  readonly a: Side
  readonly b: Side
  readonly checks: readonly ComparedCheck[]
  /** The runs whose profiles and claims are held side by side; null where the environments have no kind in common. */
  readonly runs: { readonly a: RunView; readonly b: RunView } | null
  /** Where the profiles differ. */
  readonly aspects: readonly ComparedAspect[]
  readonly claims: readonly ClaimPair[]
}

/** A side by its name; null where there is none. @param runs the newest first */
export function sideOf(runs: readonly RunView[], name: string): Side | null {
  const [first, runId] = name.split('/', 2)
  const environment = ENVIRONMENTS.find(candidate => candidate === first)
  if (!environment) return null
  if (runId === undefined) return { name, environment, view: null }
  const view = runs.find(of => of.environment === environment && of.run.runId === runId)
  return view ? { name, environment, view } : null
}

/** What counts of every check on a side: of a run by itself, that run alone. Checks that judged nothing are absent. */
function judgedOn(runs: readonly RunView[], { environment, view }: Side): Map<CheckCode, JudgedBy> {
  const counting = countingFindings(view ? [view] : runs)
  return new Map(
    counting.flatMap(({ check, environment: there, finding, source }) =>
      there === environment && finding !== 'not-run' && source
        ? [[check, { view: source.run, judgement: source.judgement }] as const]
        : [],
    ),
  )
}

const RANK: Record<Finding, number> = { 'not-run': -1, passed: 0, warned: 1, failed: 2 }

function changeOf(a: JudgedBy | undefined, b: JudgedBy | undefined): Change {
  if (!b) return a ? 'not-run' : 'same'
  if (!a) return 'new'
  const worse = RANK[b.judgement.finding] - RANK[a.judgement.finding]
  if (worse === 0) return 'same'
  return worse > 0 ? 'regressed' : 'fixed'
}

/** The two runs to hold side by side, if there are: of two environments, the newest of the kind that both have run last. */
export function pairOf(runs: readonly RunView[], a: Side, b: Side): Comparison['runs'] {
  const candidates = ({ view, environment }: Side) =>
    view ? [view] : runs.filter(of => of.environment === environment)
  if (a.view && b.view) return { a: a.view, b: b.view }
  for (const ofB of candidates(b)) {
    const ofA = candidates(a).find(({ run }) => run.kind === ofB.run.kind)
    if (ofA) return { a: ofA, b: ofB }
  }
  return null
}

/** What of a profile is compared. */
export const ASPECTS = [
  'topics',
  'contracts',
  'keyIsIntent',
  'policy',
  'fields',
  'receivedPerIntent',
] as const satisfies (keyof Profile)[]

const listOf = (value: Profile[keyof Profile]): string[] =>
  Array.isArray(value) ? value.map(String) : [JSON.stringify(value)]

function aspectsOf(a: Profile, b: Profile): ComparedAspect[] {
  return ASPECTS.flatMap(aspect => {
    const [ofA, ofB] = [listOf(a[aspect]), listOf(b[aspect])]
    const onlyA = ofA.filter(item => !ofB.includes(item))
    const onlyB = ofB.filter(item => !ofA.includes(item))
    return onlyA.length + onlyB.length > 0 ? [{ aspect, onlyA, onlyB }] : []
  })
}

function claimsOf(a: RunView, b: RunView): ClaimPair[] {
  const [ofA, ofB] = [a, b].map(
    ({ run, counts }) => new Map(compareClaims(run, counts).map(claim => [claim.name, claim])),
  )
  return [...new Set([...(ofA?.keys() ?? []), ...(ofB?.keys() ?? [])])].map(name => {
    const [claimA, claimB] = [ofA?.get(name), ofB?.get(name)]
    return { name, ...(claimA ? { a: claimA } : {}), ...(claimB ? { b: claimB } : {}) }
  })
}

/**
 * What changed from one side to the other.
 * @param runs the newest first
 * @param profiles of the two runs that are held side by side, by their ids
 */
export function compareSides(
  runs: readonly RunView[],
  a: Side,
  b: Side,
  profiles: ReadonlyMap<string, Profile>,
): Comparison {
  const pair = pairOf(runs, a, b)
  const [ofA, ofB] = [pair?.a, pair?.b].map(view => view && profiles.get(view.run.runId))
  const [onA, onB] = [judgedOn(runs, a), judgedOn(runs, b)]
  return {
    a,
    b,
    checks: CHECK_CODES.map(check => {
      const [inA, inB] = [onA.get(check), onB.get(check)]
      return { check, change: changeOf(inA, inB), a: inA ?? null, b: inB ?? null }
    }),
    runs: pair,
    aspects: ofA && ofB ? aspectsOf(ofA, ofB) : [],
    claims: pair ? claimsOf(pair.a, pair.b) : [],
  }
}
