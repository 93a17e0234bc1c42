import { z } from 'zod'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { MAX_FILE_BYTES, MAX_FILES, MAX_TOPICS } from '#features/evidence/limits-model.ts'
import { BOUNDARIES, topicName } from '#features/evidence/record-model.ts'

export const KINDS = [
  'kes-smoke',
  'kes-consumer',
  'single-operator-e2e',
  'single-operator-replay-dlq',
] as const

export type RunKind = (typeof KINDS)[number]

/** The `schemaVersion` of bundles that this code reads. */
export const BUNDLE_VERSION = '1'

const name = z.string().min(1).max(200)
const instant = z.iso.datetime({ offset: true })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a sha-256 in lower-case hexadecimal')

/** Also the name of the bundle's folder, and part of addresses, where a dot begins the name of another form. */
const runId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, 'expected 1 to 100 of a-z, 0-9, hyphen, underscore')

/** A plain name in the bundle's folder: no path. */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.jsonl$/, 'expected the name of a .jsonl file in the same folder')

const policy = z.strictObject({
  /** Attempts in all, the first included. */
  maxAttempts: z.int().min(1).max(1000),
  /** How long one attempt may take, in milliseconds. */
  timeoutMs: z.int().min(1),
  /** The wait before attempt n+1 is `initialMs` × `multiplier`^(n−1), at most `maxMs`, up or down by `jitter`. */
  backoff: z.strictObject({
    initialMs: z.int().min(0),
    multiplier: z.number().min(1).max(100),
    maxMs: z.int().min(0),
    /** A share, 0 to 1. */
    jitter: z.number().min(0).max(1),
  }),
})

export type RetryPolicy = z.infer<typeof policy>

const broker = z.strictObject({
  kind: name,
  version: name,
  /** Number of partitions by topic, as far as it is known. */
  partitions: z
    .record(topicName, z.int().min(1).max(100_000))
    .refine(of => Object.keys(of).length <= MAX_TOPICS, `expected at most ${MAX_TOPICS} topics`),
})

const fileEntry = z.strictObject({
  name: fileName,
  sha256,
  bytes: z.int().min(1).max(MAX_FILE_BYTES),
})

/** `run.json`: what a run was, what it claims of itself, and which files hold its records (DESIGN 6). */
export const runSchema = z
  .strictObject({
    schemaVersion: z.literal(BUNDLE_VERSION),
    runId,
    kind: z.enum(KINDS),
    environment: z.enum(ENVIRONMENTS),
    /** What was run: the repository and the commit of its code. */
    subject: z.strictObject({
      repository: name,
      commit: z.string().regex(/^[0-9a-f]{7,64}$/, 'expected a commit id in lower-case hexadecimal'),
    }),
    startedAt: instant,
    finishedAt: instant,
    command: z.string().min(1).max(2000),
    /** Null where the run had no broker; its records then have neither partition nor offset. */
    broker: broker.nullable(),
    /** Null where none is recorded. */
    policy: policy.nullable(),
    /** The boundaries that the producer recorded. Of others the bundle says nothing, and nothing is judged. */
    boundaries: z.array(z.enum(BOUNDARIES)).min(1).max(BOUNDARIES.length),
    /** The topic on which the run was made to fail; null where it was not. */
    controlledFailureTopic: topicName.nullable(),
    /** The runs whose DLQ records this one replays, each with the sha-256 of its `run.json`. */
    replays: z.array(z.strictObject({ runId, sha256 })).max(16),
    /** What the run says of itself. Nothing here is taken for true. */
    claims: z.record(name, z.union([z.boolean(), z.number(), z.string().max(2000), z.null()])),
    files: z.array(fileEntry).min(1).max(MAX_FILES),
  })
  .refine(run => Date.parse(run.startedAt) <= Date.parse(run.finishedAt), {
    path: ['finishedAt'],
    message: 'expected an instant not before startedAt',
  })
  .refine(run => new Set(run.files.map(file => file.name)).size === run.files.length, {
    path: ['files'],
    message: 'expected each file once',
  })

export type Run = z.infer<typeof runSchema>
export type Claims = Run['claims']
