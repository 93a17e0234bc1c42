/** Every check that a document may ask for (DESIGN 6). `environment-parity` looks at the runs of two environments. */
export const CHECK_CODES = [
  'envelope-complete',
  'schema-valid',
  'key-is-intent',
  'partition-stable',
  'order-per-intent',
  'trace-complete',
  'no-loss',
  'effect-once',
  'dlq-complete',
  'dlq-controlled',
  'replay-closed',
  'replay-key-kept',
  'retry-policy',
  'environment-parity',
  'claims-agree',
] as const

export type CheckCode = (typeof CHECK_CODES)[number]
