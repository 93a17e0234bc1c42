import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readText } from '#features/document/text-rules.ts'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'

const FILE = 'content/80_chain/list/ka.md'
const TABLE =
  '# T\n\n| # | W | O | T | S |\n|---|---|---|---|---|\n| 1 | a | CHAIN_OFFICER | 2026-03-04 | 🟢 DONE |\n'

const read = (evidence: string, body = TABLE) =>
  readText(FILE, `---\nVersion: 1.0\n${evidence}---\n\n${body}`)

const mappingOf = (evidence: string) => read(evidence).text?.mapping?.mapping

const found = (evidence: string) =>
  read(evidence).diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`)

describe('what a checklist asks of evidence', () => {
  test('is read by workstream, the checks of its items among its own, in their order', () => {
    expect(
      mappingOf(
        [
          'Evidence:',
          '  required: [prod, stage]',
          '  freshness: 14',
          '  workstreams:',
          '    12:',
          '      items: { 2: all }',
          '    2:',
          '      freshness: 7',
          '      checks: [claims-agree]',
          '      items: { 5: [order-per-intent], 4: [partition-stable, key-is-intent] }',
          '',
        ].join('\n'),
      ),
    ).toEqual({
      required: ['stage', 'prod'],
      workstreams: [
        {
          number: 2,
          freshness: 7,
          checks: ['key-is-intent', 'partition-stable', 'order-per-intent', 'claims-agree'],
          items: [
            { item: 4, checks: ['key-is-intent', 'partition-stable'] },
            { item: 5, checks: ['order-per-intent'] },
          ],
        },
        { number: 12, freshness: 14, checks: CHECK_CODES, items: [{ item: 2, checks: CHECK_CODES }] },
      ],
    })
  })

  test('is required in stage and holds for thirty days where the document says neither', () => {
    expect(mappingOf('Evidence:\n  workstreams:\n    1: { checks: [no-loss] }\n')).toEqual({
      required: ['stage'],
      workstreams: [{ number: 1, freshness: 30, checks: ['no-loss'], items: [] }],
    })
  })

  test('is nothing where the document says nothing of it, or is no checklist', () => {
    expect(mappingOf('')).toBeUndefined()
    const { text, diagnostics } = read('Evidence: { kind: photographs }\n', '# T\n\nWords.\n')
    expect([text?.mapping, diagnostics]).toEqual([null, []])
  })

  test('leaves the other metadata as it is', () => {
    expect(read('Evidence:\n  workstreams: { 1: { checks: all } }\n').text?.metadata.version).toBe('1.0')
  })

  test.for([
    {
      what: 'an unknown check',
      evidence: 'Evidence:\n  workstreams:\n    1:\n      checks: [no-loss, no-lose]\n',
      says: [
        '6:25 evidence-mapping Evidence.workstreams.1.checks.1: expected a check of the portal, found no-lose',
      ],
    },
    {
      what: 'an unknown environment',
      evidence: 'Evidence:\n  required: [stage, test]\n  workstreams:\n    1: { checks: all }\n',
      says: ['4:21 evidence-mapping Evidence.required.1: expected one of dev, stage, prod, found test'],
    },
    {
      what: 'a freshness of no day',
      evidence: 'Evidence:\n  freshness: 0\n  workstreams:\n    1: { checks: all, freshness: 3651 }\n',
      says: [
        '4:14 evidence-mapping Evidence.freshness: expected a number of days from 1 to 3650, found 0',
        '6:34 evidence-mapping Evidence.workstreams.1.freshness: expected a number of days from 1 to 3650, found 3651',
      ],
    },
    {
      what: 'a word that means nothing there',
      evidence: 'Evidence:\n  fresh: 3\n  workstreams:\n    1: { checks: all, item: 3 }\n',
      says: [
        '6:29 evidence-mapping Evidence.workstreams.1.item: expected one of checks, items, freshness, found item',
        '4:10 evidence-mapping Evidence.fresh: expected one of required, freshness, workstreams, found fresh',
      ],
    },
    {
      what: 'a workstream that is no number',
      evidence: 'Evidence:\n  workstreams:\n    first:\n      checks: all\n',
      says: ['5:5 evidence-mapping Evidence.workstreams.first: expected a number from 1 to 999, found first'],
    },
    {
      what: 'a workstream that asks for nothing',
      evidence: 'Evidence:\n  workstreams:\n    1: {}\n',
      says: ['5:5 evidence-mapping Evidence.workstreams.1: expected checks or items, found a mapping'],
    },
    {
      what: 'no workstreams',
      evidence: 'Evidence:\n  required: [dev]\n',
      says: ['3:1 evidence-mapping Evidence.workstreams: expected workstreams by their number, found none'],
    },
    {
      what: 'a word instead of a mapping',
      evidence: 'Evidence: yes\n',
      says: ['3:11 evidence-mapping Evidence: expected one of required, freshness, workstreams, found yes'],
    },
    {
      what: 'an alias, which could grow without bounds',
      evidence: 'Evidence:\n  workstreams:\n    1: &one { checks: all }\n    2: *one\n',
      says: [
        '6:5 evidence-mapping Evidence.workstreams.2: expected one of checks, items, freshness, found none',
      ],
    },
  ])('is told where $what stands', ({ evidence, says }) => {
    expect(found(evidence)).toEqual(says)
    expect(mappingOf(evidence)).toBeUndefined()
  })

  test('is read back as it was written', () => {
    const checks = fc.uniqueArray(fc.constantFrom(...CHECK_CODES), { minLength: 1 })
    const freshness = fc.integer({ min: 1, max: 3650 })
    const written = fc.record({
      required: fc.uniqueArray(fc.constantFrom(...ENVIRONMENTS), { minLength: 1 }),
      freshness,
      workstreams: fc.dictionary(
        fc.integer({ min: 1, max: 999 }).map(String),
        fc.record(
          { checks, items: fc.dictionary(fc.integer({ min: 1, max: 99 }).map(String), checks), freshness },
          { requiredKeys: ['checks'] },
        ),
      ),
    })
    fc.assert(
      fc.property(written, fc.boolean(), (Evidence, isFlow) => {
        const yaml = stringify({ Evidence }, { collectionStyle: isFlow ? 'flow' : 'block', lineWidth: 0 })
        const source = isFlow ? yaml.replace(/^\{(.*)\}\n$/s, '$1\n').trimStart() : yaml
        const { text, diagnostics } = read(source)
        expect(diagnostics).toEqual([])
        const { required = [], workstreams = [] } = text?.mapping?.mapping ?? {}
        expect(new Set(required)).toEqual(new Set(Evidence.required))
        expect(workstreams.map(({ number }) => String(number)).sort()).toEqual(
          Object.keys(Evidence.workstreams).sort(),
        )
        for (const { number, freshness: limit, checks: all, items } of workstreams) {
          const own = Evidence.workstreams[number]
          expect(limit).toBe(own?.freshness ?? Evidence.freshness)
          expect(new Set(all)).toEqual(
            new Set([...(own?.checks ?? []), ...Object.values(own?.items ?? {}).flat()]),
          )
          expect(items).toHaveLength(Object.keys(own?.items ?? {}).length)
        }
      }),
    )
  })

  test('never throws, whatever stands there, and says where what it does not take is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 12 }), Evidence => {
        const { diagnostics, text } = read(stringify({ Evidence }))
        for (const { line, column } of diagnostics) {
          expect(line).toBeGreaterThan(2)
          expect(column).toBeGreaterThan(0)
        }
        expect(text?.mapping === null).toBe(diagnostics.length > 0)
      }),
    )
  })
})
