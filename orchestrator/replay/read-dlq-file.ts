import fs from 'node:fs'
import readline from 'node:readline'
import { readLine } from '#orchestrator/files/line-model.ts'
import type { DeadRecord } from '#orchestrator/replay/replay-model.ts'
import { Failure } from '#scripts/failure.js'

/**
 * The records of a file of `{topic, key, payload}`, as the single operator's commands write it.
 * @throws {Failure} naming the line that is none
 */
export async function readDlqFile(file: string): Promise<DeadRecord[]> {
  if (!fs.existsSync(file))
    throw new Failure(
      `There is no ${file}.`,
      'Run `npm run single-operator:e2e` first, or name what to replay: `--file`, `--bundle`.',
    )
  const records: DeadRecord[] = []
  let number = 0
  for await (const text of readline.createInterface({ input: fs.createReadStream(file) })) {
    number += 1
    const { key, payload } = readLine(text, `${file}:${number}`)
    records.push({ key, value: payload })
  }
  return records
}
