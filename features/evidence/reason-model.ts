/** What a check found wrong, or missing, with a record, an event or a claim. */
export const REASONS = [
  'field-missing',
  'field-null',
  'schema-violated',
  'contract-unknown',
  'key-not-intent',
  'partition-moved',
  'partition-not-murmur2',
  'offset-out-of-order',
  'published-before-consumed',
  'never-consumed',
  'offset-gap',
  'no-effect',
  'second-effect',
  'effect-unconsumed',
  'not-in-dlq',
  'unexpected-in-dlq',
  'effect-despite-dlq',
  'never-replayed',
  'no-event-to-replay',
  'replay-open',
  'replay-key-changed',
  'replay-of-nothing',
  'attempts-exceeded',
  'attempt-skipped',
  'retried-too-soon',
  'retried-too-late',
  'given-up-early',
  'topics-differ',
  'contracts-differ',
  'key-rule-differs',
  'policy-differs',
  'fields-differ',
  'received-counts-differ',
  'claim-differs',
] as const

export type Reason = (typeof REASONS)[number]

/** Why a check had nothing to judge. */
export const CAUSES = [
  'boundary-not-recorded',
  'no-such-records',
  'no-broker',
  'no-policy',
  'no-controlled-failure',
  'no-replay',
  'replayed-run-absent',
  'no-claims',
  'no-other-environment',
] as const

export type Cause = (typeof CAUSES)[number]
