import type { Judgement } from '#features/evidence/finding-model.ts'
import type { Profile } from '#features/evidence/profile-rules.ts'
import type { Reason } from '#features/evidence/reason-model.ts'
import { createTally } from '#features/evidence/tally-rules.ts'

interface Profiled {
  readonly runId: string
  readonly profile: Profile
}

const ASPECTS: readonly { readonly of: keyof Profile; readonly reason: Reason }[] = [
  { of: 'topics', reason: 'topics-differ' },
  { of: 'contracts', reason: 'contracts-differ' },
  { of: 'keyIsIntent', reason: 'key-rule-differs' },
  { of: 'policy', reason: 'policy-differs' },
  { of: 'fields', reason: 'fields-differ' },
  { of: 'receivedPerIntent', reason: 'received-counts-differ' },
]

type Aspect = Profile[keyof Profile]

/** As text, with keys in one order: the database keeps none. */
const written = (value: Aspect): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** Whether a run says nothing of an aspect. */
const isSilent = (value: Aspect): boolean => value === null || (Array.isArray(value) && value.length === 0)

/** What one list has and the other lacks, both ways, or the two values. */
function difference(here: Aspect, there: Aspect): string {
  if (!Array.isArray(here) || !Array.isArray(there)) return `${written(here)} ≠ ${written(there)}`
  const added = here.filter(item => !there.includes(item)).map(item => `+${item}`)
  const lacking = there.filter(item => !here.includes(item)).map(item => `−${item}`)
  return [...added, ...lacking].slice(0, 8).join(', ')
}

/**
 * The newest runs of a kind in two environments are alike in topics, contracts, key rule, retry policy, fields of
 * events and received counts per intent. The number of partitions and the credentials may differ; what neither says is
 * not judged.
 * @param others the newest run of the same kind in each other environment
 */
export function judgeParity(run: Profiled, others: readonly Profiled[]): Judgement {
  const tally = createTally()
  for (const other of others)
    for (const { of, reason } of ASPECTS) {
      const [here, there] = [run.profile[of], other.profile[of]]
      const subject = { runId: other.runId, number: null }
      if (isSilent(here) && isSilent(there)) continue
      if (written(here) === written(there)) tally.pass(subject)
      else tally.fail(subject, reason, difference(here, there))
    }
  return tally.judgement(others.length === 0 ? 'no-other-environment' : 'no-such-records')
}
