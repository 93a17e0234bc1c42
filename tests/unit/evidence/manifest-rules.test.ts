import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES, MAX_MANIFEST_BYTES } from '#features/evidence/limits-model.ts'
import { readManifest } from '#features/evidence/manifest-rules.ts'
import { simulatedReplay, simulatedRun } from '#tests/setup/simulated-runs.ts'

const SCENARIO = {
  runId: 'smoke-1',
  intents: ['intent-1'],
  partitions: 3,
  failing: 'mint.requested',
  redeliveries: 0,
}
const { run: RUN } = simulatedRun(SCENARIO)
const [FILE] = RUN.files

const read = (over: Readonly<Record<string, unknown>>) =>
  readManifest(Buffer.from(JSON.stringify({ ...RUN, ...over })))

const defectsOf = (found: ReturnType<typeof readManifest>) => ('run' in found ? [] : found)

const codesOf = (found: ReturnType<typeof readManifest>) => defectsOf(found).map(({ rule }) => rule.code)

describe('run.json', () => {
  test('gives the run that its producer wrote, and its own bytes as text', () => {
    const { run } = simulatedReplay(simulatedRun(SCENARIO), { ...SCENARIO, runId: 'replay-1' })
    for (const given of [RUN, run, { ...RUN, broker: null, policy: null, claims: {} }]) {
      const text = `${JSON.stringify(given, null, 2)}\n`
      expect(readManifest(Buffer.from(text))).toEqual({ run: given, text })
    }
  })

  test('of any bytes is a run or defects in words that a terminal can show', () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map(text => Buffer.from(text)),
      fc
        .dictionary(fc.constantFrom(...Object.keys(RUN)), fc.jsonValue(), { minKeys: 1 })
        .map(over => Buffer.from(JSON.stringify({ ...RUN, ...over }))),
    )
    fc.assert(
      fc.property(bytes, given => {
        const found = readManifest(given)
        if ('run' in found) return
        expect(found).not.toEqual([])
        for (const { rule, message } of found) {
          expect(rule.code).toMatch(/^evidence-/)
          expect(message).not.toMatch(/\p{C}/u)
        }
      }),
    )
  })

  test.for(Object.keys(RUN))('has the field %s', name => {
    const [defect, ...others] = defectsOf(read({ [name]: undefined }))
    expect(defect?.message).toContain(`\`${name}\``)
    expect(others).toEqual([])
  })

  test('has all that is wrong with it told at once', () => {
    const found = defectsOf(read({ runId: 'Smoke 1', environment: 'qa', startedAt: 'today', more: 1 }))
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('`runId`'),
      expect.stringContaining('`environment`'),
      expect.stringContaining('`startedAt`'),
      'expected no key "more"',
    ])
  })

  test.for<[string, Readonly<Record<string, unknown>>]>([
    ['an end before its beginning', { finishedAt: '2026-03-04T09:59:59+04:00' }],
    ['a run id that leads elsewhere', { runId: '../smoke-1' }],
    ['a file that leads elsewhere', { files: [{ ...FILE, name: '../records.jsonl' }] }],
    ['a file twice', { files: [FILE, FILE] }],
    ['no file', { files: [] }],
    ['a file larger than 64 MiB', { files: [{ ...FILE, bytes: MAX_FILE_BYTES + 1 }] }],
    ['a hash in capitals', { files: [{ ...FILE, sha256: 'A'.repeat(64) }] }],
    ['no boundary', { boundaries: [] }],
    ['a boundary that there is not', { boundaries: ['receive'] }],
    ['a kind that there is not', { kind: 'smoke' }],
    ['another version', { schemaVersion: '2' }],
    ['a claim that is a list', { claims: { intents: [1] } }],
    ['a policy without a wait', { policy: { maxAttempts: 3, timeoutMs: 1000 } }],
    ['a broker of no partitions', { broker: { kind: 'k', version: '1', partitions: { topic: 0 } } }],
    ['a commit that is a branch', { subject: { repository: 'r', commit: 'main' } }],
  ])('with %s is refused', ([, over]) => {
    expect(new Set(codesOf(read(over)))).toEqual(new Set(['evidence-value']))
  })

  test('is within 1 MiB', () => {
    const text = JSON.stringify(RUN)
    const fitting = Buffer.from(text.padEnd(MAX_MANIFEST_BYTES))
    expect(codesOf(readManifest(fitting))).toEqual([])
    expect(codesOf(readManifest(Buffer.concat([fitting, Buffer.from(' ')])))).toEqual(['evidence-file-size'])
  })

  test('is UTF-8 without a byte order mark', () => {
    const bytes = Buffer.from(JSON.stringify(RUN))
    expect(codesOf(readManifest(Buffer.concat([Buffer.from('\uFEFF'), bytes])))).toEqual(['evidence-utf8'])
    expect(codesOf(readManifest(Buffer.concat([bytes, Buffer.from([0xff])])))).toEqual(['evidence-utf8'])
  })

  test('nests sixteen deep at most, and has neither `__proto__` nor a secret', () => {
    const deep = JSON.parse(`${'['.repeat(17)}${']'.repeat(17)}`)
    expect(codesOf(readManifest(Buffer.from(JSON.stringify(deep))))).toEqual(['evidence-depth'])
    expect(codesOf(readManifest(Buffer.from('['.repeat(1_000_000))))).toEqual(['evidence-json'])
    expect(codesOf(readManifest(Buffer.from('{"claims":{"__proto__":1}}')))).toEqual(['evidence-prototype'])
    expect(codesOf(read({ command: 'smoke --url postgresql://kes:hunter2@db/kes' }))).toEqual([
      'evidence-secret',
    ])
  })
})
