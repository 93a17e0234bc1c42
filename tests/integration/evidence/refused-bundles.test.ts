import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findBundles } from '#features/evidence/bundles-ingest.ts'
import { MAX_FILE_BYTES } from '#features/evidence/limits-model.ts'
import { verifyBundles } from '#features/evidence/verify-ingest.ts'
import { EvidenceDesk, SCENARIO } from '#tests/integration/evidence/evidence-desk.ts'
import { lineOf, sha256, writeBundle, writeBundleFiles } from '#tests/setup/bundle-folder.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'

const { run, records } = simulatedRun({ ...SCENARIO, runId: 'bad-1' })
const LINES = records.map(lineOf)
const [FIRST = ''] = LINES

let desk: EvidenceDesk

beforeEach(async () => {
  desk = await EvidenceDesk.open()
  writeBundle(desk.evidence, simulatedRun(SCENARIO))
  await desk.ingest()
})

afterEach(() => desk.remove())

const bad = (...parts: string[]) => desk.file('bad-1', ...parts)
const RECORDS = 'records.jsonl'

/** A bundle whose hashes are right, with these lines; the sizes and hashes of the manifest are of them. */
const withLines = (lines: readonly string[], over: Parameters<typeof writeBundleFiles>[3] = {}) =>
  writeBundleFiles(desk.evidence, run, { [RECORDS]: `${lines.join('\n')}\n` }, over)

/** A right bundle with one line changed before it was hashed. */
const withLine = (at: number, change: (line: Record<string, unknown>) => unknown) =>
  withLines(LINES.map((line, index) => (index === at ? JSON.stringify(change(JSON.parse(line))) : line)))

/** A right bundle to which something happened afterwards. */
const spoilt = (spoil: () => void) => {
  withLines(LINES)
  spoil()
}

/** 5 minutes and a millisecond before an instant. */
const before = (instant: string) => new Date(Date.parse(instant) - 300_001).toISOString()

/** Compresses well: what counts is its length as it was written. */
const NOTE = '0123456789'.repeat(6200)

interface Refused {
  readonly title: string
  readonly write: () => void
  readonly code: string
  /** What the diagnostic says: its file and line, or words of its message. */
  readonly says: readonly (string | RegExp)[]
}

const REFUSED: readonly Refused[] = [
  {
    title: 'with one wrong byte',
    write: () =>
      spoilt(() =>
        fs.writeFileSync(bad(RECORDS), fs.readFileSync(bad(RECORDS), 'utf8').replace('intent-2', 'intent-9')),
      ),
    code: 'evidence-hash',
    says: ['dev/bad-1/records.jsonl', /expected sha-256 [0-9a-f]{64}, found [0-9a-f]{64}/],
  },
  {
    title: 'with one wrong byte that leaves no JSON',
    write: () =>
      spoilt(() =>
        fs.writeFileSync(
          bad(RECORDS),
          fs.readFileSync(bad(RECORDS), 'utf8').replace('"intent-2"', '"intent-2\0'),
        ),
      ),
    code: 'evidence-hash',
    says: ['dev/bad-1/records.jsonl', /expected sha-256 [0-9a-f]{64}, found [0-9a-f]{64}/],
  },
  {
    title: 'with a truncated file',
    write: () => spoilt(() => fs.writeFileSync(bad(RECORDS), `${FIRST}\n`)),
    code: 'evidence-file-size',
    says: ['dev/bad-1/records.jsonl', /expected \d+ bytes, found \d+/],
  },
  {
    title: 'with a file that grew',
    write: () => spoilt(() => fs.appendFileSync(bad(RECORDS), `${FIRST}\n`)),
    code: 'evidence-file-size',
    says: ['dev/bad-1/records.jsonl', /expected \d+ bytes, found \d+/],
  },
  {
    title: 'with a file that grew by one line end',
    write: () => spoilt(() => fs.appendFileSync(bad(RECORDS), '\n')),
    code: 'evidence-file-size',
    says: ['dev/bad-1/records.jsonl'],
  },
  {
    title: 'without a file that it names',
    write: () => spoilt(() => fs.rmSync(bad(RECORDS))),
    code: 'evidence-file-missing',
    says: ['dev/bad-1/records.jsonl'],
  },
  {
    title: 'without its run.json',
    write: () => spoilt(() => fs.rmSync(bad('run.json'))),
    code: 'evidence-file-missing',
    says: ['dev/bad-1/run.json'],
  },
  {
    title: 'with a file that it does not name',
    write: () => spoilt(() => fs.writeFileSync(bad('more.jsonl'), '')),
    code: 'evidence-file-stray',
    says: ['dev/bad-1/more.jsonl'],
  },
  {
    title: 'with a symbolic link for a file',
    write: () =>
      spoilt(() => {
        fs.renameSync(bad(RECORDS), path.join(desk.content.folder, RECORDS))
        fs.symlinkSync(path.join(desk.content.folder, RECORDS), bad(RECORDS))
      }),
    code: 'evidence-file-missing',
    says: ['dev/bad-1/records.jsonl'],
  },
  {
    title: 'with a symbolic link for its run.json',
    write: () =>
      spoilt(() => {
        fs.renameSync(bad('run.json'), path.join(desk.content.folder, 'run.json'))
        fs.symlinkSync(path.join(desk.content.folder, 'run.json'), bad('run.json'))
      }),
    code: 'evidence-file-missing',
    says: ['dev/bad-1/run.json'],
  },
  {
    title: 'that is a symbolic link',
    write: () =>
      spoilt(() => {
        fs.renameSync(bad(), path.join(desk.content.folder, 'bad-1'))
        fs.symlinkSync(path.join(desk.content.folder, 'bad-1'), bad())
      }),
    code: 'evidence-place',
    says: ['dev/bad-1'],
  },
  {
    title: 'in the folder of another run',
    write: () => spoilt(() => fs.renameSync(bad(), desk.file('bad-2'))),
    code: 'evidence-place',
    says: ['dev/bad-2/run.json', 'expected the folder dev/bad-1'],
  },
  {
    title: 'in the folder of another environment',
    write: () =>
      spoilt(() => {
        fs.mkdirSync(path.join(desk.evidence, 'stage'))
        fs.renameSync(bad(), path.join(desk.evidence, 'stage', 'bad-1'))
      }),
    code: 'evidence-place',
    says: ['stage/bad-1/run.json', 'expected the folder dev/bad-1'],
  },
  {
    title: 'in the folder of an environment that there is not',
    write: () =>
      spoilt(() => {
        fs.mkdirSync(path.join(desk.evidence, 'staging'))
        fs.renameSync(bad(), path.join(desk.evidence, 'staging', 'bad-1'))
      }),
    code: 'evidence-place',
    says: ['staging:1:1', 'expected one of dev, stage, prod'],
  },
  {
    title: 'of a run id that another environment has taken',
    write: () => withLines(LINES, { environment: 'stage', runId: 'smoke-1' }),
    code: 'evidence-run-taken',
    says: ['smoke-1/run.json', /expected run smoke-1 with sha-256 [0-9a-f]{64}, found [0-9a-f]{64}/],
  },
  {
    title: 'with an unmasked secret',
    write: () => withLine(4, line => ({ ...line, headers: { 'sasl.password': 'hunter2hunter2' } })),
    code: 'evidence-secret',
    says: ['dev/bad-1/records.jsonl:5:', '`headers.sasl.password`'],
  },
  {
    title: 'with an unmasked secret in its run.json',
    write: () => withLines(LINES, { claims: { token: 'hunter2hunter2' } }),
    code: 'evidence-secret',
    says: ['dev/bad-1/run.json:1:', '`claims.token`'],
  },
  {
    title: 'with a secret that a second key of the same name hides',
    write: () =>
      withLines(
        LINES.map(line => line.replace('"headers":{}', '"headers":{"token":"hunter2hunter2","token":"***"}')),
      ),
    code: 'evidence-duplicate-key',
    says: ['dev/bad-1/records.jsonl:1:', '"token" twice'],
  },
  {
    title: 'with bytes that are no UTF-8',
    write: () => {
      const bytes = Buffer.from(`${LINES.join('\n')}\n`)
      bytes[bytes.indexOf('intent-2')] = 0xff
      writeBundleFiles(desk.evidence, run, { [RECORDS]: bytes })
    },
    code: 'evidence-utf8',
    says: [/records\.jsonl:\d+:/, 'expected UTF-8'],
  },
  {
    title: 'with a line of more than 64 KiB',
    write: () =>
      withLine(2, line => ({
        ...line,
        headers: { note: 'x'.repeat(8000), more: 'x'.repeat(8000) },
        value: { payload: 'x'.repeat(60_000) },
      })),
    code: 'evidence-line-size',
    says: ['records.jsonl:3:', 'at most 65536 bytes'],
  },
  {
    title: 'that says that it has a file of more than 64 MiB',
    write: () => {
      withLines(LINES)
      fs.truncateSync(bad(RECORDS), MAX_FILE_BYTES + 1)
      const manifest = JSON.parse(fs.readFileSync(bad('run.json'), 'utf8'))
      const files = [{ name: RECORDS, sha256: sha256(''), bytes: MAX_FILE_BYTES + 1 }]
      fs.writeFileSync(bad('run.json'), JSON.stringify({ ...manifest, files }))
    },
    code: 'evidence-value',
    says: ['dev/bad-1/run.json', '`files.0.bytes`'],
  },
  {
    title: 'with a file that became larger than 64 MiB',
    write: () => spoilt(() => fs.truncateSync(bad(RECORDS), MAX_FILE_BYTES * 4)),
    code: 'evidence-file-size',
    says: ['dev/bad-1/records.jsonl', `found ${MAX_FILE_BYTES * 4}`],
  },
  {
    title: 'with a record of a boundary that it does not say it records',
    write: () => withLines(LINES, { boundaries: ['publish', 'consume'] }),
    code: 'evidence-boundary',
    says: ['records.jsonl:3:', 'found effect'],
  },
  {
    title: 'with a NUL in an id',
    write: () => withLine(1, line => ({ ...line, key: 'a\0b' })),
    code: 'evidence-text',
    says: ['records.jsonl:2:', '`key`'],
  },
  {
    title: 'with half of a character in an id',
    write: () => withLine(1, line => ({ ...line, value: { intentId: '\ud800' } })),
    code: 'evidence-text',
    says: ['records.jsonl:2:', '`value.intentId`'],
  },
  {
    title: 'with more than 64 topics',
    write: () =>
      withLines(
        Array.from({ length: 65 }, (_, seq) =>
          JSON.stringify({ ...JSON.parse(FIRST), seq, topic: `t-${seq}` }),
        ),
      ),
    code: 'evidence-topics',
    says: ['records.jsonl:65:', 't-64'],
  },
  {
    title: 'with more than 10,000 records of an intent',
    write: () =>
      withLines(Array.from({ length: 10_001 }, (_, seq) => JSON.stringify({ ...JSON.parse(FIRST), seq }))),
    code: 'evidence-crowd',
    says: ['dev/bad-1/run.json', 'found 10001 of intent-1'],
  },
  {
    title: 'with more than 16 MiB of an intent',
    write: () =>
      withLines(
        Array.from({ length: 280 }, (_, seq) =>
          JSON.stringify({ ...JSON.parse(FIRST), seq, value: { intentId: 'intent-1', note: NOTE } }),
        ),
      ),
    code: 'evidence-crowd',
    says: ['dev/bad-1/run.json', /16777216 bytes, found 280 of intent-1 with 17\d{6} bytes/],
  },
  {
    title: 'with a record of a time before its run',
    write: () => withLine(3, line => ({ ...line, timestamp: before(run.startedAt) })),
    code: 'evidence-outside-run',
    says: ['records.jsonl:4:', 'at most 5 minutes outside 2026-03-04T10:00:00+04:00'],
  },
  {
    title: 'with records that are older than it says that it ran',
    write: () =>
      withLines(LINES, { startedAt: '2026-03-14T10:00:00+04:00', finishedAt: '2026-03-14T11:00:00+04:00' }),
    code: 'evidence-outside-run',
    says: ['records.jsonl:1:', 'found 2026-03-04T06:00:00.005Z'],
  },
]

describe('a bundle is refused, and leaves nothing behind,', () => {
  test.for(REFUSED)('$title', async ({ write, code, says }) => {
    const before = await desk.rowsWithWriters()
    write()
    const { revision, diagnostics } = await desk.ingest()
    expect(revision).toBeNull()
    const found = diagnostics.filter(one => one.code === code)
    expect(diagnostics.map(one => one.code)).toContain(code)
    const told = found.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
    for (const words of says)
      expect(told.join('\n')).toMatch(words instanceof RegExp ? words : RegExp(escaped(words)))
    expect(await desk.rowsWithWriters()).toEqual(before)
  })

  test.for(REFUSED)('$title, as verify tells without a database', async ({ write, code }) => {
    write()
    const { bundles, diagnostics: strange } = await findBundles(desk.evidence, 'evidence')
    const { diagnostics } = await verifyBundles(bundles, strange, () => {})
    expect(diagnostics.map(one => one.code)).toContain(code)
  })
})

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
