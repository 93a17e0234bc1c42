import { DLQ_TOPIC } from '#orchestrator/contracts/index.ts'
import type { DeadRecord } from '#orchestrator/replay/replay-model.ts'
import type { Transport } from '#orchestrator/transport-model.ts'

/** After so long without a record the topic has been read, in milliseconds: a group needs time to form. */
const QUIET_MS = 8000

const parsed = (value: string | null): unknown => {
  try {
    return value === null ? null : JSON.parse(value)
  } catch {
    return value
  }
}

/**
 * All that lies in the DLQ topic, read by a group of its own, so that nobody's place in it moves.
 * @param groupId a new one
 */
export async function readDlqTopic(
  transport: Transport,
  groupId: string,
  signal: AbortSignal,
): Promise<DeadRecord[]> {
  const records: DeadRecord[] = []
  const quiet = new AbortController()
  let timer = setTimeout(() => quiet.abort(), QUIET_MS)
  await transport.consume({
    topics: [DLQ_TOPIC],
    groupId,
    fromBeginning: true,
    signal: AbortSignal.any([signal, quiet.signal]),
    async handle(batch) {
      clearTimeout(timer)
      for (const { key, value } of batch) records.push({ key, value: parsed(value) })
      timer = setTimeout(() => quiet.abort(), QUIET_MS)
    },
  })
  clearTimeout(timer)
  return records
}
