import path from 'node:path'
import { z } from 'zod'
import type { Environment } from '#features/evidence/environment-model.ts'
import type { ImportRequest, NamedFile } from '#features/evidence/import/import-model.ts'
import { type RunKind, runSchema } from '#features/evidence/run-model.ts'
import { Failure } from '#scripts/failure.js'

/** Values as they were typed, by the names that commander gives the options. */
export type TypedImport = Readonly<Record<string, string | boolean | string[] | undefined>>

/** How each kind of run is begun, unless somebody says otherwise (FACTS, "Events and smoke"). */
const COMMANDS: Record<RunKind, string> = {
  'kes-smoke': 'npm run kafka:kes-smoke',
  'kes-consumer': 'npm run kafka:kes-consumer',
  'single-operator-e2e': 'npm run single-operator:e2e',
  'single-operator-replay-dlq': 'npm run single-operator:replay-dlq',
}

const { runId, kind, environment, subject, command, startedAt, finishedAt, broker } = runSchema.shape
const words = broker.unwrap().shape
const file = z.string().min(1)

const optionsSchema = z.object({
  runId,
  kind,
  environment,
  repository: subject.shape.repository,
  commit: subject.shape.commit,
  command: command.optional(),
  startedAt,
  finishedAt,
  broker: words.kind.optional(),
  brokerVersion: words.version.optional(),
  replays: z.array(runId).default([]),
  summary: file,
  outbox: file.optional(),
  dlq: file.optional(),
  dryRun: z.boolean().default(false),
})

type ImportOptions = z.infer<typeof optionsSchema>

const optionOf = (name: PropertyKey): string =>
  `--${String(name).replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`

/** What no single option shows to be wrong. */
function contradictions({
  kind: of,
  outbox,
  dlq,
  replays,
  broker: name,
  brokerVersion,
}: ImportOptions): string[] {
  const isReplay = of === 'single-operator-replay-dlq'
  return [
    ...(of.startsWith('single-operator') && outbox === undefined
      ? [`--outbox: expected the records that a run of ${of} sent, found none`]
      : []),
    ...(isReplay && dlq !== undefined
      ? [
          '--dlq: expected none, since a replay only reads one; import the run that wrote it and name it with --replays',
        ]
      : []),
    ...(!isReplay && replays.length > 0 ? [`--replays: expected none of a run of ${of}`] : []),
    ...((name === undefined) === (brokerVersion === undefined)
      ? []
      : ['--broker, --broker-version: expected both or neither']),
  ]
}

const refuse = (problems: readonly string[]): never => {
  throw new Failure(
    `The options are not right:\n${problems.map(problem => `  ${problem}`).join('\n')}`,
    'Correct these and run the command again; nothing is written.',
  )
}

const named = (typed: string): NamedFile => ({
  absolute: path.resolve(typed),
  file: typed.replaceAll(path.sep, '/'),
})

/** A request but for what the evidence folder tells. */
export interface TypedRequest extends Omit<ImportRequest, 'evidenceFolder' | 'replays' | 'environment'> {
  readonly environment: Environment
  readonly replays: readonly string[]
}

/**
 * Reads the options of `mza evidence import`.
 * @throws {Failure} listing all that is wrong with them
 */
export function readImportOptions(typed: TypedImport): TypedRequest {
  const { success, data, error } = optionsSchema.safeParse(typed)
  if (!success)
    return refuse(error.issues.map(({ path: [name], message }) => `${optionOf(name ?? '')}: ${message}`))
  const problems = contradictions(data)
  if (problems.length > 0) refuse(problems)
  const { repository, commit, broker: name, brokerVersion, summary, outbox, dlq } = data
  return {
    kind: data.kind,
    environment: data.environment,
    runId: data.runId,
    subject: { repository, commit },
    command: data.command ?? COMMANDS[data.kind],
    startedAt: data.startedAt,
    finishedAt: data.finishedAt,
    broker: name === undefined ? null : { kind: name, version: brokerVersion ?? '', partitions: {} },
    replays: data.replays,
    summary: named(summary),
    outbox: outbox === undefined ? null : named(outbox),
    dlq: dlq === undefined ? null : named(dlq),
    isDryRun: data.dryRun,
  }
}
