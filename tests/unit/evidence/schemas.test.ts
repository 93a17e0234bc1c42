import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readRecordLine } from '#features/evidence/record-line-rules.ts'
import { recordLineSchema } from '#features/evidence/record-model.ts'
import { BUNDLE_VERSION, runSchema } from '#features/evidence/run-model.ts'
import { lineOf } from '#tests/setup/bundle-folder.ts'
import { simulatedReplay, simulatedRun } from '#tests/setup/simulated-runs.ts'

const SCHEMAS = [
  { file: 'evidence-run', title: 'run.json of a bundle of evidence', model: runSchema },
  { file: 'evidence-record', title: 'A line of a file of a bundle of evidence', model: recordLineSchema },
] as const

const jsonSchemaOf = ({ file, title, model }: (typeof SCHEMAS)[number]) => {
  const { $schema, ...schema } = z.toJSONSchema(model, { io: 'input' })
  return { $schema, $id: `urn:mza:${file}:v${BUNDLE_VERSION}`, title, ...schema }
}

describe('the JSON Schemas in docs/schemas', () => {
  test.for(SCHEMAS)(
    'are the models: $file (vitest run --project unit -u tests/unit/evidence/schemas.test.ts writes it)',
    async schema => {
      const text = `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n`
      await expect(text).toMatchFileSnapshot(`../../../docs/schemas/${schema.file}.v${BUNDLE_VERSION}.json`)
    },
  )

  test('accept what the portal accepts', () => {
    const scenario = {
      runId: 'run-1',
      intents: ['a', 'ბ'],
      partitions: 3,
      failing: 'mint.requested',
      redeliveries: 1,
    }
    const failed = simulatedRun(scenario)
    const replay = simulatedReplay(failed, { ...scenario, runId: 'replay-1' })
    const ajv = new Ajv2020({ strict: true, validateFormats: false })
    const [isRun, isRecord] = SCHEMAS.map(schema => ajv.compile(jsonSchemaOf(schema)))
    for (const { run, records } of [failed, replay]) {
      expect(isRun?.(run)).toBe(true)
      expect(isRun?.({ ...run, kind: 'smoke' })).toBe(false)
      for (const record of records) {
        const line = lineOf(record)
        expect(readRecordLine(line)).toHaveProperty('boundary')
        expect(isRecord?.(JSON.parse(line))).toBe(true)
        expect(isRecord?.({ ...JSON.parse(line), colour: 'red' })).toBe(false)
      }
    }
  })
})
