import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RecordLine } from '#features/evidence/record-model.ts'
import { type Findings, judge } from './findings.ts'

/** Where commands leave what they write, away from the project's own. */
export interface Workshop {
  /** Where commands keep their store and files. */
  readonly outputs: string
  /** Variables that lead a command here. */
  readonly variables: Readonly<Record<string, string>>
  /** What the bundle of a run of one file records. */
  records(runId: string): RecordLine[]
  /** What the checks find in the bundles that were left. */
  findings(): Promise<Readonly<Record<string, Findings>>>
  remove(): void
}

/** @param broker variables by which the commands reach it; none: they work on files */
export function openWorkshop(broker: Readonly<Record<string, string>> | null): Workshop {
  const folder = mkdtempSync(path.join(tmpdir(), 'mza-kafka-'))
  const outputs = path.join(folder, 'outputs')
  mkdirSync(outputs)
  const evidence = path.join(folder, 'evidence')
  return {
    outputs,
    variables: {
      ...broker,
      KES_ORCHESTRATOR_KAFKA_ENABLED: String(broker !== null),
      // As short as a broker allows: who was cut off is given up soon.
      KAFKA_SESSION_TIMEOUT_MS: '6000',
      KES_OUTPUTS: outputs,
      MZA_EVIDENCE: evidence,
      KES_SUBJECT_REPOSITORY: 'mza',
      KES_SUBJECT_COMMIT: 'a1b2c3d4e5f6',
    },
    records: runId =>
      readFileSync(path.join(evidence, 'dev', runId, 'records.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    findings: () => judge(evidence),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
