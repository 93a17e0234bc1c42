import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { filesIn } from '#orchestrator/files/places.ts'
import type { Workplace } from '#orchestrator/operator/workplace.ts'
import { type BundleName, readBundle } from '#orchestrator/replay/read-bundle.ts'
import { readDlqFile } from '#orchestrator/replay/read-dlq-file.ts'
import { readDlqTopic } from '#orchestrator/replay/read-topic.ts'
import type { DeadRecord } from '#orchestrator/replay/replay-model.ts'

/** Where a command is told to look; by default in the DLQ itself: the topic, or without a broker its file. */
export interface AskedSource {
  readonly bundle?: string
  readonly file?: string
}

export interface DeadLetters {
  readonly records: readonly DeadRecord[]
  /** The file; null: a topic or a bundle. */
  readonly file: string | null
  readonly bundle: BundleName | null
}

export async function readDeadLetters(
  { environment, transport }: Workplace,
  asked: AskedSource,
  signal: AbortSignal,
): Promise<DeadLetters> {
  if (asked.bundle !== undefined) {
    const { records, name } = readBundle(path.resolve(asked.bundle))
    return { records, file: null, bundle: name }
  }
  if (environment.kafka && asked.file === undefined) {
    const opened = await transport()
    if (!('extent' in opened)) throw new Error('Kafka is switched on, and there is no broker.')
    const records = await readDlqTopic(opened, `kes-replay-${randomUUID()}`, signal)
    return { records, file: null, bundle: null }
  }
  const file = path.resolve(asked.file ?? filesIn(environment.outputsFolder).dlq)
  return { records: await readDlqFile(file), file, bundle: null }
}
