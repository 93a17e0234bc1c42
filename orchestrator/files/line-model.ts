import type { KafkaRecordInput } from '#orchestrator/transport-model.ts'
import { Failure } from '#scripts/failure.js'

/** A line of the single operator's files, as the original scripts write it (FACTS, "Events and smoke"). */
export interface FileLine {
  readonly topic: string
  readonly key: string | null
  readonly payload: unknown
}

export const writeLine = ({ topic, key, value }: KafkaRecordInput): string =>
  `${JSON.stringify({ topic, key, payload: JSON.parse(value) })}\n`

function parsed(text: string): Partial<FileLine> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

/**
 * @param place of the line, for the operator
 * @throws {Failure} where it is no such line: whatever wrote it, nobody knows what it was, or how secret
 */
export function readLine(text: string, place: string): FileLine {
  const { topic, key = null, payload } = parsed(text) ?? {}
  if (typeof topic !== 'string' || (key !== null && typeof key !== 'string') || payload === undefined)
    throw new Failure(
      `${place}: expected a line {"topic":…,"key":…,"payload":…}, found another`,
      'Mend or remove that line, and give the command again.',
    )
  return { topic, key, payload }
}
