import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { RecordLine } from '#features/evidence/record-model.ts'
import { type Run, runSchema } from '#features/evidence/run-model.ts'
import { PROJECT } from '#orchestrator/project.ts'
import { writeBundleFiles } from '#tests/setup/bundle-folder.ts'
import { temporaryFolder } from '#tests/unit/orchestrator/temporary.ts'
import { openBroker } from '../broker.ts'
import { runCommand } from '../command.ts'
import { tell } from '../findings.ts'
import { withKafka } from '../with-kafka.ts'

const plain = withKafka(runtime => openBroker(runtime, { name: 'parity-plain' }))
const secured = withKafka(runtime =>
  openBroker(runtime, { name: 'parity-secured', mechanism: 'SCRAM-SHA-512' }),
)

/** A bundle as a smoke left it. */
interface Bundle {
  readonly run: Run
  readonly records: readonly RecordLine[]
}

async function smoke(args: readonly string[], variables: Readonly<Record<string, string>>): Promise<Bundle> {
  const { bundle } = await runCommand('kes-smoke', args, {
    KES_ORCHESTRATOR_KAFKA_ENABLED: 'true',
    KES_SUBJECT_REPOSITORY: 'mza',
    KES_SUBJECT_COMMIT: 'a1b2c3d4e5f6',
    MZA_EVIDENCE: temporaryFolder(),
    KES_OUTPUTS: temporaryFolder(),
    ...variables,
  })
  const read = (file: string) => readFileSync(path.join(PROJECT, String(bundle), file), 'utf8')
  return {
    run: runSchema.parse(JSON.parse(read('run.json'))),
    records: read('records.jsonl')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  }
}

/** What `environment-parity` finds of each environment where these bundles are all the evidence. */
async function parityOf(bundles: readonly Bundle[]) {
  const evidence = temporaryFolder()
  for (const { run, records } of bundles)
    writeBundleFiles(evidence, run, {
      'records.jsonl': `${records.map(line => JSON.stringify(line)).join('\n')}\n`,
    })
  return (await tell(evidence)).map(({ environment, judgements }) => {
    const { finding, witnesses } = judgements.get('environment-parity') ?? {}
    return { environment, finding, reasons: [...new Set(witnesses?.map(({ reason }) => reason))] }
  })
}

const onMintRequested = (
  { run, records }: Bundle,
  change: (value: RecordLine['value']) => object,
): Bundle => ({
  run,
  records: records.map(record =>
    record.topic === 'mint.requested'
      ? { ...record, value: { ...record.value, ...change(record.value) } }
      : record,
  ),
})

/** In what the other environment may not differ. */
const DIFFERENT: Readonly<Record<string, (bundle: Bundle) => Bundle>> = {
  'policy-differs': ({ run, records }) => ({
    run: { ...run, policy: run.policy && { ...run.policy, maxAttempts: run.policy.maxAttempts + 1 } },
    records,
  }),
  'contracts-differ': bundle => onMintRequested(bundle, () => ({ schemaVersion: 'v2' })),
  'fields-differ': bundle =>
    onMintRequested(bundle, ({ payload }) => ({ payload: { ...Object(payload), more: 'than the other' } })),
}

// The second broker stands for no stage: what it leaves is filed in a folder that is gone with the test.
test('a smoke on another configuration is alike in all but values, and would not be with another policy, contract or field', async () => {
  const dev = await smoke(['--intents', '4', '--partitions', '3'], plain().variables)
  const other = await smoke(['--intents', '6', '--partitions', '5'], {
    ...secured().variables,
    KES_ENVIRONMENT: 'stage',
  })
  expect([dev, other].map(({ run }) => run.broker?.partitions['mint.requested'])).toEqual([3, 5])

  const alike = { finding: 'passed', reasons: [null] }
  expect(await parityOf([dev, other])).toEqual([
    { environment: 'stage', ...alike },
    { environment: 'dev', ...alike },
  ])
  for (const [reason, change] of Object.entries(DIFFERENT)) {
    const differs = { finding: 'failed', reasons: [reason] }
    expect(await parityOf([dev, change(other)])).toEqual([
      { environment: 'stage', ...differs },
      { environment: 'dev', ...differs },
    ])
  }
})
