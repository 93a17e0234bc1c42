import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runSchema } from '#features/evidence/run-model.ts'
import { commandLine } from '#orchestrator/bundle/command-rules.ts'
import { maskValue } from '#orchestrator/bundle/mask-rules.ts'
import { writeRecordsFiles } from '#orchestrator/bundle/records-files.ts'
import { publicAddress } from '#orchestrator/bundle/subject.ts'
import { parseEnvironment } from '#orchestrator/env.ts'
import { newRunId } from '#orchestrator/operator/run-id.ts'
import { POLICIES, parsePolicies } from '#orchestrator/policy-model.ts'
import { waitAfter } from '#orchestrator/worker/backoff-rules.ts'
import { sha256 } from '#tests/setup/bundle-folder.ts'
import { temporaryFolder } from './temporary.ts'

describe('a bundle', () => {
  test('splits its records into files that are large enough, and loses none', () => {
    const folder = temporaryFolder()
    const lines = Array.from({ length: 10 }, (_, number) => `{"n":${number},"ა":"ბ"}`)
    const files = writeRecordsFiles(folder, lines, 60)
    const texts = files.map(({ name }) => fs.readFileSync(path.join(folder, name), 'utf8'))
    expect(files.length).toBeGreaterThan(2)
    expect(texts.join('')).toBe(lines.map(line => `${line}\n`).join(''))
    expect(files).toEqual(
      texts.map((text, index) => ({
        name: files[index]?.name,
        sha256: sha256(text),
        bytes: Buffer.byteLength(text),
      })),
    )
    for (const { bytes } of files) expect(bytes).toBeLessThanOrEqual(60)
  })

  test('masks secrets wherever they stand, and nothing else', () => {
    const value = {
      payload: { apiKey: 'k9', note: 'ok', list: ['postgresql://kes:hunter2@db/x'] },
      attempt: 1,
    }
    expect(maskValue(value)).toEqual({
      payload: { apiKey: '<masked>', note: 'ok', list: ['<masked>'] },
      attempt: 1,
    })
  })

  test('names its command so that it can be typed again, without secrets', () => {
    const variables = { SINGLE_OPERATOR_FAIL_ON_TOPIC: 'mint.requested' }
    expect(commandLine(variables, 'single-operator:e2e', ['--intents', '2'])).toBe(
      'SINGLE_OPERATOR_FAIL_ON_TOPIC=mint.requested npm run single-operator:e2e -- --intents 2',
    )
    expect(commandLine({}, 'x', ["it's"])).toBe(`npm run x -- 'it'\\''s'`)
    expect(commandLine({}, 'x', ['--password=hunter2'])).not.toContain('hunter2')
  })

  test.each([
    ['https://user:secret@git.example/kes.git', 'https://git.example/kes.git'],
    ['git@git.example:team/kes.git', 'ssh://git.example/team/kes.git'],
    ['ssh://git@git.example/kes.git', 'ssh://git.example/kes.git'],
    ['/home/someone/kes', null],
    ['file:///home/someone/kes', null],
    ['', null],
  ])('names the repository %s as %s', (remote, address) => {
    expect(publicAddress(remote)).toBe(address)
  })

  test('has a run id that says when, and that no other has', () => {
    const now = new Date('2026-03-04T06:00:00Z')
    const id = newRunId('e2e', now)
    expect(id).toMatch(/^e2e-20260304t060000z-[0-9a-f]{8}$/)
    expect(runSchema.shape.runId.parse(id)).toBe(id)
    expect(newRunId('e2e', now)).not.toBe(id)
  })
})

describe('the policy', () => {
  test('waits longer with every attempt, up to the most, within the jitter', () => {
    const policy = {
      maxAttempts: 9,
      timeoutMs: 1,
      backoff: { initialMs: 100, multiplier: 2, maxMs: 300, jitter: 0.5 },
    }
    expect([1, 2, 3, 4].map(attempt => waitAfter(attempt, policy, 0.5))).toEqual([100, 200, 300, 300])
    expect([0, 1].map(chance => waitAfter(1, policy, chance))).toEqual([50, 150])
  })

  test('is one file, and refuses what would be no policy', () => {
    expect(parsePolicies(POLICIES)).toEqual(POLICIES)
    expect(() => parsePolicies({ ...POLICIES, consume: { ...POLICIES.consume, maxAttempts: 0 } })).toThrow()
    expect(() => parsePolicies({ consume: POLICIES.consume })).toThrow()
  })
})

describe('the environment', () => {
  test('is a development machine without a broker where nobody says otherwise', () => {
    expect(parseEnvironment({ KES_ENVIRONMENT: '' }, '/kes')).toMatchObject({
      environment: 'dev',
      kafka: null,
      kesApi: { host: '127.0.0.1' },
      failOnTopic: null,
      outputsFolder: path.resolve('/kes/tmp/outputs'),
      shaping: {},
    })
  })

  test('names every problem at once', () => {
    const variables = {
      KES_ENVIRONMENT: 'production',
      SINGLE_OPERATOR_FAIL_ON_TOPIC: 'mint',
      KES_ORCHESTRATOR_KAFKA_ENABLED: 'true',
      KAFKA_BROKERS: 'nowhere',
      KES_API_PORT: 'x',
    }
    expect(() => parseEnvironment(variables, '/kes')).toThrow(
      new RegExp(
        [
          'KES_ENVIRONMENT: must be one of dev, stage, prod',
          'SINGLE_OPERATOR_FAIL_ON_TOPIC: must be one of.*',
          'KAFKA_BROKERS: must be host:port, separated by commas',
          'KES_API_PORT: must be a number',
        ].join('\\n {2}'),
      ),
    )
  })
})
