import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'

/** Below 1 MiB, the largest batch that a broker takes as it is shipped. */
export const LARGEST_PORTION = 900_000
/** Lengths, checksums and the like around each record, generously. */
const AROUND = 100

export const sizeOf = ({ key, value, headers }: KafkaRecordInput): number =>
  AROUND +
  Buffer.byteLength(key) +
  Buffer.byteLength(value) +
  Object.entries(headers).reduce((sum, pair) => sum + Buffer.byteLength(pair.join()) + 10, 0)

/** Records in their order, cut into portions that one request can carry; a larger record is a portion of its own. */
export function portions(records: readonly KafkaRecordInput[], most = LARGEST_PORTION): KafkaRecordInput[][] {
  const cut: KafkaRecordInput[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const record of records) {
    const own = sizeOf(record)
    if (size + own > most) {
      cut.push([])
      size = 0
    }
    cut.at(-1)?.push(record)
    size += own
  }
  return cut
}
