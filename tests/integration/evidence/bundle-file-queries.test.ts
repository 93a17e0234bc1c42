import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { openBundleFile } from '#features/evidence/bundle-file-queries.ts'
import { readRecord } from '#features/evidence/record-queries.ts'
import type { AsOf } from '#features/portal/portal-model.ts'
import { asReviewer, readAsPortal } from '#tests/integration/evidence/read-as-portal.ts'
import { lineOf, sha256 } from '#tests/setup/bundle-folder.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'

/** Who sees all of a run. */

const { run, records } = simulatedRun({
  runId: 'smoke-1',
  intents: Array.from({ length: 60 }, (_, index) => `განზრახვა-${index}`),
  partitions: 6,
  failing: null,
  redeliveries: 1,
})
const LINES = records.map(lineOf)

/** More lines than are read at a time; line ends of two kinds; no line end at the end; signs that COPY escapes. */
const FILES: Readonly<Record<string, string>> = {
  'a.jsonl': `${LINES.slice(0, 1100).join('\n')}\n`,
  'b.jsonl': LINES.slice(1100, 1150).join('\r\n'),
  'c.jsonl': LINES.slice(1150)
    .map(line => line.replace('"headers":{}', '"headers":{"note":"\\t\\\\ \\n","tab":"a\\u0009b"}'))
    .join('\n'),
}

const asOf = (given: string): AsOf => {
  const day = parseDay(given)
  if (!day) throw new Error(`no day: ${given}`)
  return { day, isToday: false }
}

let manifest: string
let close: () => Promise<void>

beforeAll(async () => {
  close = await readAsPortal(evidence => {
    const folder = path.join(evidence, 'dev', run.runId)
    fs.mkdirSync(folder, { recursive: true })
    for (const [name, text] of Object.entries(FILES)) fs.writeFileSync(path.join(folder, name), text)
    const files = Object.entries(FILES).map(([name, text]) => ({
      name,
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
    }))
    manifest = `${JSON.stringify({ ...run, files }, null, 3)}\n\n`
    fs.writeFileSync(path.join(folder, 'run.json'), manifest)
  })
})

afterAll(() => close())

async function download(name: string) {
  const file = await asReviewer(() => openBundleFile('dev', run.runId, name, asOf('2026-03-20')))
  if (!file) throw new Error(`no file ${name}`)
  const chunks: Buffer[] = []
  for await (const chunk of file.read()) chunks.push(chunk)
  return { file, chunks, bytes: Buffer.concat(chunks) }
}

describe('a file of a bundle', () => {
  test.for(Object.entries(FILES))('%s comes back byte for byte', async ([name, text]) => {
    const { file, bytes } = await download(name)
    expect(bytes.equals(Buffer.from(text))).toBe(true)
    expect(file.bytes).toBe(bytes.length)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
  })

  test('comes in pieces where it is large', async () => {
    expect((await download('a.jsonl')).chunks.length).toBeGreaterThan(2)
  })

  test('is run.json too, with the hash that names the bundle', async () => {
    const { file, bytes } = await download('run.json')
    expect(bytes.toString()).toBe(manifest)
    expect([file.sha256, file.bytes]).toEqual([sha256(manifest), Buffer.byteLength(manifest)])
  })

  test.for([
    { what: 'another name', asked: ['dev', 'smoke-1', 'd.jsonl', '2026-03-20'] },
    { what: 'another environment', asked: ['stage', 'smoke-1', 'a.jsonl', '2026-03-20'] },
    { what: 'another run', asked: ['dev', 'smoke-2', 'run.json', '2026-03-20'] },
    { what: 'a day before the run had finished', asked: ['dev', 'smoke-1', 'a.jsonl', '2026-03-03'] },
  ])('is not there under $what', async ({ asked: [environment = '', runId = '', name = '', day = ''] }) => {
    expect(await asReviewer(() => openBundleFile(environment, runId, name, asOf(day)))).toBeNull()
  })
})

test.for([
  { number: 1, file: 'a.jsonl', line: 1 },
  { number: 1100, file: 'a.jsonl', line: 1100 },
  { number: 1101, file: 'b.jsonl', line: 1 },
  { number: 1151, file: 'c.jsonl', line: 1 },
])('record $number is line $line of $file', async ({ number, file, line }) => {
  const found = await asReviewer(() => readRecord(run.runId, String(number)))
  expect(found).toMatchObject({ file, lineNumber: line })
  expect(FILES[file]?.split('\n')[line - 1]).toBe(found?.line)
  expect(await asReviewer(() => readRecord(run.runId, String(records.length + 1)))).toBeNull()
})
