import fs from 'node:fs'
import path from 'node:path'

/** The single operator's files, under the names that the original scripts gave them. */
export const filesIn = (folder: string) => ({
  outbox: path.join(folder, 'single_operator_outbox.jsonl'),
  dlq: path.join(folder, 'single_operator_dlq.jsonl'),
  positions: path.join(folder, 'single_operator_positions.json'),
  store: path.join(folder, 'single_operator.sqlite'),
})

/** Clears what was sent and is still to be consumed; the DLQ and the store stay. */
export function forgetSent(folder: string): void {
  const { outbox, positions } = filesIn(folder)
  // In this order: without positions the rest is delivered again, and has no second effect.
  for (const file of [positions, outbox]) fs.rmSync(file, { force: true })
}

/** Clears what a finished run left to be sent and consumed; its bundle has all of it. The store stays. */
export function startAfresh(folder: string): void {
  forgetSent(folder)
  fs.rmSync(filesIn(folder).dlq, { force: true })
}
