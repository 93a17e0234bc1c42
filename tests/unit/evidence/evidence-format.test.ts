import { describe, expect, test } from 'vitest'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { compareClaims, createCounts } from '#features/evidence/claim-rules.ts'
import * as limits from '#features/evidence/limits-model.ts'
import { recordLineSchema } from '#features/evidence/record-model.ts'
import { KINDS, runSchema } from '#features/evidence/run-model.ts'
import { looksSecret } from '#features/evidence/secret-rules.ts'
import { evidenceFormat } from '#tests/setup/documented-bundle.ts'

/** A section of the document, by its title. */
function section(title: string): string {
  const [, text = ''] = evidenceFormat().split(`## ${title}\n`)
  return text.split('\n## ')[0] ?? ''
}

/** The codes in the first cell of each row of the tables of a section. */
const firstCells = (title: string): string[] =>
  [...section(title).matchAll(/^\| (`[^|]+`) *\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code),
  )

describe('the description of the evidence format', () => {
  test('names every field of run.json, in its order', () => {
    expect(firstCells('run.json')).toEqual(Object.keys(runSchema.shape))
  })

  test('names every field of a record, in its order', () => {
    expect(firstCells('A record')).toEqual(Object.keys(recordLineSchema.shape))
  })

  test('names every kind of run', () => {
    for (const kind of KINDS) expect(section('run.json')).toContain(`\`${kind}\``)
  })

  test('says what each check needs, in the order of the checks', () => {
    expect(firstCells('What each check needs')).toEqual([...CHECK_CODES])
  })

  test('names every claim that is held against the records', () => {
    const run = runSchema.parse(JSON.parse(/```json\n(.*?)```/s.exec(section('Example'))?.[1] ?? ''))
    const named = [...(/\*\*Claims\*\*.*/.exec(section('run.json'))?.[0] ?? '').matchAll(/`(\w+)`/g)].map(
      ([, name = '']) => name,
    )
    expect(named.length).toBeGreaterThan(5)
    const claims = Object.fromEntries(named.map(name => [name, -1]))
    const compared = compareClaims(
      { ...run, claims, boundaries: ['publish', 'consume', 'effect', 'dlq', 'replay'] },
      createCounts().counts(),
    )
    for (const { name, agrees } of compared) expect(agrees, name).toBe(false)
  })

  test('gives the limits that hold', () => {
    const cells = [...section('Limits').matchAll(/^\| [^|]+\| ([^|]+?) *\|$/gm)].map(([, cell]) => cell)
    const mebibyte = 1024 * 1024
    expect(cells.slice(2)).toEqual([
      `${limits.MAX_MANIFEST_BYTES / mebibyte} MiB`,
      `${limits.MAX_FILE_BYTES / mebibyte} MiB; a large run splits its files`,
      String(limits.MAX_FILES),
      `${limits.MAX_LINE_BYTES / 1024} KiB of UTF-8`,
      String(limits.MAX_DEPTH),
      String(limits.MAX_TOPICS),
      limits.MAX_LANES.toLocaleString('en'),
      limits.MAX_RECORDS_PER_INTENT.toLocaleString('en'),
      `${limits.MAX_INTENT_BYTES / mebibyte} MiB`,
      '500 characters',
    ])
  })

  test('names keys whose values are taken for secrets, and its masks are masks', () => {
    const [keys = '', masks = ''] = section('Secrets').split('\n\n').slice(1)
    const named = [...(keys.split('\n')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, key = '']) => key)
    expect(named).toContain('dbPassword')
    for (const key of named) expect(looksSecret(key, 'hunter2'), key).toBe(true)
    const shown = [...masks.matchAll(/`([^`]+)`/g)].map(([, mask = '']) => mask)
    expect(shown).toContain('redacted')
    for (const mask of shown) expect(looksSecret('password', mask), mask).toBe(false)
  })
})
