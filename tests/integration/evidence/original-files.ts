import fs from 'node:fs'
import path from 'node:path'

const TOPICS = ['milestone.approved', 'mint.requested']

export interface OriginalLine {
  readonly topic: string
  readonly key: string | null
  readonly payload: Readonly<Record<string, unknown>>
}

/** What the single-operator script sends for these intents until it fails on `mint.requested`. */
export const outbox = (intents: readonly string[]): OriginalLine[] =>
  intents.flatMap(intentId =>
    TOPICS.map((topic, step) => ({
      topic,
      key: intentId,
      payload: {
        schemaVersion: 'v1',
        eventId: `${intentId}:${topic}`,
        occurredAt: `2026-03-04T10:00:0${step}.000+04:00`,
        intentId,
        producer: 'single-operator',
        payload: {},
      },
    })),
  )

/** What it leaves in the DLQ, as in the recorded run of 2026-03-04: without the ids of the events. */
export const dlq = (intents: readonly string[]): OriginalLine[] =>
  intents.map(intentId => ({
    topic: 'orchestration.dlq',
    key: intentId,
    payload: {
      eventId: null,
      intentId,
      reason: 'controlled_failure_on_mint.requested',
      failedAt: '2026-03-04T10:00:03.000+04:00',
      sourceTopic: 'mint.requested',
    },
  }))

export const summary = (producedRecords: number) => ({
  ok: true,
  mode: 'single_operator_e2e',
  controlledFailureTopic: 'mint.requested',
  producedRecords,
  outboxFile: 'tmp/outputs/single_operator_outbox.jsonl',
  dlqFile: 'tmp/outputs/single_operator_dlq.jsonl',
})

/** Writes a file of lines, or a summary, and gives its place. */
export function original(folder: string, name: string, content: readonly unknown[] | object): string {
  const lines = Array.isArray(content)
    ? content.map(line => `${JSON.stringify(line)}\n`).join('')
    : JSON.stringify(content)
  const file = path.join(folder, name)
  fs.writeFileSync(file, lines)
  return file
}
