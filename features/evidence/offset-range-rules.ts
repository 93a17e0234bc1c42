import { intentOf } from '#features/evidence/event-rules.ts'
import type { EvidenceRecord } from '#features/evidence/record-model.ts'

interface Range {
  readonly topic: string
  readonly partition: number
  lowest: number
  highest: number
  written: number
}

/** How many offsets lie unwritten between the lowest and the highest that a run wrote to a partition. */
export interface Gap {
  readonly topic: string
  readonly partition: number
  readonly missing: number
}

/**
 * Follows the offsets that a run writes, whose records come intent by intent. A broker gives each offset of a partition
 * once; one that is recorded again, of the same intent, counts once.
 */
export function createOffsetRanges() {
  const ranges = new Map<string, Range>()
  const written = new Set<string>()
  let current: string | null = null
  return {
    take(record: EvidenceRecord): void {
      const { boundary, topic, partition, offset } = record
      if (boundary === 'consume' || boundary === 'effect' || partition === null || offset === null) return
      if (intentOf(record) !== current) written.clear()
      current = intentOf(record)
      const place = `${topic}\n${partition}\n${offset}`
      if (written.has(place)) return
      written.add(place)
      const range = ranges.get(`${topic}\n${partition}`)
      if (!range) {
        ranges.set(`${topic}\n${partition}`, {
          topic,
          partition,
          lowest: offset,
          highest: offset,
          written: 1,
        })
        return
      }
      range.lowest = Math.min(range.lowest, offset)
      range.highest = Math.max(range.highest, offset)
      range.written += 1
    },
    gaps: (): Gap[] =>
      [...ranges.values()].flatMap(({ topic, partition, lowest, highest, written }) => {
        const missing = highest - lowest + 1 - written
        return missing > 0 ? [{ topic, partition, missing }] : []
      }),
  }
}
