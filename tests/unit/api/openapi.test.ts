import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { changesSchema } from '#features/api/changes-resource-model.ts'
import { changesBody } from '#features/api/changes-resource-rules.ts'
import { checklistSchema, checklistsSchema } from '#features/api/checklist-resource-model.ts'
import { checklistBody, checklistHead } from '#features/api/checklist-resource-rules.ts'
import { comparisonSchema } from '#features/api/comparison-resource-model.ts'
import { comparisonBody } from '#features/api/comparison-resource-rules.ts'
import { documentDetailSchema, documentsSchema } from '#features/api/document-resource-model.ts'
import { documentResource } from '#features/api/document-resource-rules.ts'
import { envelopeOf, withheldResource } from '#features/api/envelope-rules.ts'
import { glossarySchema } from '#features/api/glossary-resource-model.ts'
import { termResources } from '#features/api/glossary-resource-rules.ts'
import { openApiDocument } from '#features/api/openapi-rules.ts'
import { isProblemCode, PROBLEMS, problem, problemUrn } from '#features/api/problem-model.ts'
import { runRecordSchema, runRecordsSchema } from '#features/api/records-resource-model.ts'
import { runSchema, runsSchema } from '#features/api/runs-resource-model.ts'
import { recordBody, recordsBody, runBody, runsBody } from '#features/api/runs-resource-rules.ts'
import { searchSchema } from '#features/api/search-resource-model.ts'
import { searchBody } from '#features/api/search-resource-rules.ts'
import { sectionResources } from '#features/api/section-resource-rules.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { changesBetween } from '#features/checklist/changes-rules.ts'
import { hashed } from '#features/checklist/ledger-rules.ts'
import { compareSides, sideOf } from '#features/evidence/comparison-rules.ts'
import { EVERY_RECORD } from '#features/evidence/record-filter-model.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'
import { asked, checklistView, documentHead, documentView, PORTAL } from '#tests/unit/api/stories.ts'
import { baseline, change, day } from '#tests/unit/checklist/stories.ts'
import { runView } from '#tests/unit/evidence/run-views.ts'

// As a client gets it.
const description: ReturnType<typeof openApiDocument> = JSON.parse(JSON.stringify(openApiDocument()))
const paths = Object.entries(description.paths)

const validator = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  formats: {
    date: (text: string) => parseDay(text) !== null,
    'date-time': text => !Number.isNaN(Date.parse(text)),
  },
})
  // What a description holds beside schemas is no keyword of theirs.
  .addVocabulary(Object.keys(description))
  .addSchema(description, 'openapi.json')

const EN = asked('en')
const WITHHELD = [{ place: '80_chain', kind: 'document', class: 'INTERNAL', count: 2 }] as const
const withheld = WITHHELD.map(withheldResource)
const envelope = envelopeOf(EN, PORTAL)
const document = documentView('Before.\n\n## 1. One\n\nwords')
const checklist = checklistView()

const SPAN = { from: day('2026-03-01'), to: day('2026-03-13') }
const LINES = [baseline(), change({ targetDate: day('2026-03-20'), reason: { ka: 'მიზეზი' } })].map(line => ({
  ...hashed(line),
  enteredAt: '2026-03-13T16:00:00.000Z',
}))
const CHANGED = { checklist, changes: changesBetween(LINES, SPAN, 1), newestDay: day('2026-03-06') }
const TEXTS = {
  documents: [{ document, changes: [{ ...document.standing, isFirst: true }] }],
  unlisted: 2,
}

const RUN = runView('smoke-1', '2026-03-10T12:00:00Z', { 'no-loss': 'failed', 'effect-once': 'not-run' })
const RUN_FILTER = { environment: null, kind: null, check: null, finding: 'failed' as const }
const { records } = simulatedRun({
  runId: 'smoke-1',
  intents: ['a'],
  partitions: 1,
  failing: 'mint.requested',
  redeliveries: 0,
})

const [first] = records
const RUNS = [runView('smoke-2', '2026-03-11T12:00:00Z', { 'no-loss': 'passed' }, 'stage'), RUN]
const [sideA, sideB] = [sideOf(RUNS, 'dev/smoke-1'), sideOf(RUNS, 'stage')]
const PROFILE = { contracts: [], keyIsIntent: true, policy: null, fields: [], receivedPerIntent: [] }
if (!first || !sideA || !sideB) throw new Error('nothing to tell of')
const profiles = new Map([
  ['smoke-1', { ...PROFILE, topics: ['x'] }],
  ['smoke-2', { ...PROFILE, topics: [] }],
])
const compared = compareSides(RUNS, sideA, sideB, profiles)

const TERMS = [
  {
    id: 'done',
    code: 'DONE',
    linked: false,
    name: { ka: 'დასრულებული', en: 'done', ru: 'завершено', tr: 'tamamlandı', hy: 'ավարտված', ar: 'مكتمل' },
    definition: { ka: 'სამუშაო დასრულებულია.', en: 'The work is done.' },
  },
]
const SEARCHED = { text: 'key', category: null, status: null, language: null, page: 1 } as const
const FOUND = {
  total: 12,
  pages: 2,
  isCut: false,
  whole: 3,
  replaced: [{ asked: 'kez', found: ['key'] }],
  leftOut: 1,
  withheld: [{ what: 'records', count: 61, class: 'INTERNAL' }],
  items: [
    {
      kind: 'workstream',
      path: '/docs/80_chain/a/3',
      title: { text: 'Keys', lang: 'en', authority: 'translation' },
      document: { text: 'A', lang: 'en', authority: 'translation', behind: 2 },
      prevailing: 'ka',
      number: 3,
      status: 'TODO',
      category: '80_chain',
      languages: ['en', 'ka'],
      snippet: {
        pieces: [{ text: 'key', isMatch: true }],
        lang: 'en',
        authority: 'translation',
        prevailing: 'ka',
        behind: null,
      },
    },
    {
      kind: 'run',
      path: '/evidence/dev/smoke-1',
      title: { verbatim: 'smoke-1' },
      document: null,
      prevailing: null,
      number: null,
      status: null,
      category: null,
      languages: [],
      snippet: null,
    },
  ],
} as const

const ANSWERS: Record<string, [z.ZodType, object]> = {
  '/api/v1/checklists': [
    checklistsSchema,
    { ...envelope, checklists: [checklistHead(checklist, EN)], withheld },
  ],
  '/api/v1/checklists/{id}': [checklistSchema, { ...envelope, ...checklistBody(checklist, EN), withheld }],
  '/api/v1/checklists/{id}/changes': [
    changesSchema,
    {
      ...envelope,
      ...changesBody(CHANGED, TEXTS, SPAN, EN, '/api/v1/checklists/GOS-EXAMPLE/changes'),
      withheld,
    },
  ],
  '/api/v1/documents': [
    documentsSchema,
    { ...envelope, documents: [documentResource(documentHead({ isChecklist: false }), EN)], withheld },
  ],
  '/api/v1/documents/{id}': [
    documentDetailSchema,
    {
      ...envelope,
      document: documentResource(document, EN),
      sections: sectionResources(document.sections),
    },
  ],
  '/api/v1/evidence': [
    runsSchema,
    { ...envelope, ...runsBody([RUN], { runs: [RUN], next: 'smoke-1', total: 2 }, RUN_FILTER, EN) },
  ],
  '/api/v1/evidence/{environment}/{runId}': [runSchema, { ...envelope, ...runBody(RUN, EN, 'none') }],
  '/api/v1/evidence/{environment}/{runId}/records': [
    runRecordsSchema,
    {
      ...envelope,
      ...recordsBody(RUN, { records, next: 9, count: null, unshown: 1 }, EVERY_RECORD, EN, 'envelope'),
    },
  ],
  '/api/v1/evidence/{environment}/{runId}/records/{number}': [
    runRecordSchema,
    {
      ...envelope,
      ...recordBody(
        RUN,
        { sight: 'envelope', record: first, line: '', file: 'records.jsonl', lineNumber: 1 },
        EN,
      ),
    },
  ],
  '/api/v1/glossary': [glossarySchema, { ...envelope, terms: termResources(TERMS, EN) }],
  '/api/v1/search': [
    searchSchema,
    { ...envelope, ...searchBody({ wish: SEARCHED, found: FOUND, withheld: WITHHELD }, EN) },
  ],
  '/api/v1/evidence/compare': [comparisonSchema, { ...envelope, ...comparisonBody(compared, 'none') }],
}

const pointer = (...keys: string[]) =>
  `openapi.json#/${keys
    .map(key => key.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent)
    .join('/')}`

const judge = (path: string, status: string, type: string, body: unknown) => {
  const validate = validator.compile({
    $ref: pointer('paths', path, 'get', 'responses', status, 'content', type, 'schema'),
  })
  return validate(body) ? [] : validate.errors
}

/** Every place in a tree where a key stands. */
function valuesOf(tree: unknown, key: string): unknown[] {
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(value, key),
  ])
}

describe('the description of the API', () => {
  test('is OpenAPI 3.1 with a licence and a server relative to itself', () => {
    expect(description.openapi).toMatch(/^3\.1\.\d$/)
    expect(description.info.license.identifier).toBe('Apache-2.0')
    expect(description.servers.map(server => server.url)).toEqual(['/'])
  })

  test.each(Object.keys(description.components.schemas))('has a schema %s that compiles', name => {
    expect(validator.compile({ $ref: pointer('components', 'schemas', name) })).toBeTypeOf('function')
  })

  test('refers to nothing that is not there', () => {
    const references = valuesOf(description, '$ref')
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) {
      const keys = String(reference).split('/').slice(1)
      expect(
        keys.reduce<unknown>((at, key) => Object(at)[key], description),
        String(reference),
      ).toBeDefined()
    }
  })

  test('declares the parameters that its paths have, and names each operation once', () => {
    for (const [path, { get }] of paths) {
      const declared = get.parameters.map(({ $ref }) => $ref.split('/').at(-1) ?? '')
      expect(declared, path).toEqual(expect.arrayContaining(['locale', 'asOf']))
      expect(declared.includes('id'), path).toBe(path.includes('{id}'))
    }
    expect(new Set(paths.map(([, { get }]) => get.operationId)).size).toBe(paths.length)
  })

  test.each(Object.keys(PROBLEMS))('tells of the problem %s', code => {
    expect(valuesOf(description.paths, 'enum').flat()).toContain(isProblemCode(code) && problemUrn(code))
  })

  test('explains every member of every schema in a sentence', () => {
    const members = valuesOf(description.components.schemas, 'properties').flatMap(properties =>
      Object.entries(Object(properties)),
    )
    const silent = members.filter(([, schema]) => !Object(schema).description && !('$ref' in Object(schema)))
    expect(silent.map(([name]) => name)).toEqual([])
    for (const text of valuesOf(description, 'description').filter(value => typeof value === 'string'))
      expect(text).toMatch(/[.]$/)
  })
})

describe('what the API answers', () => {
  test.each(paths.map(([path]) => path))('%s is as described', path => {
    const [, body] = ANSWERS[path] ?? []
    expect(judge(path, '200', 'application/json', JSON.parse(JSON.stringify(body)))).toEqual([])
  })

  test.each(Object.entries(ANSWERS))('%s holds nothing that is not described', (_path, [schema, body]) => {
    expect(schema.parse(body)).toEqual(body)
  })

  test('is not as described where a status is none', () => {
    const [, body] = ANSWERS['/api/v1/checklists/{id}'] ?? []
    const wrong = JSON.parse(JSON.stringify(body).replaceAll('BLOCKED', 'STUCK'))
    expect(judge('/api/v1/checklists/{id}', '200', 'application/json', wrong)).not.toEqual([])
  })

  test.each(Object.keys(PROBLEMS).filter(isProblemCode))('with the problem %s is as described', code => {
    const body = problem(code, '/api/v1/checklists/x', 'Expected one thing, found another.')
    const status = String(body.status)
    const path = code === 'filter-malformed' ? '/api/v1/evidence' : '/api/v1/checklists/{id}/changes'
    expect(judge(path, status, 'application/problem+json', body)).toEqual([])
    expect(judge(path, status, 'application/problem+json', { ...body, type: 'x' })).not.toEqual([])
  })
})
