import { z } from 'zod'
import { authoredTextSchema } from '#features/api/authored-text-model.ts'
import { changesSchema, heldSchema, stepSchema } from '#features/api/changes-resource-model.ts'
import {
  blockerNoteSchema,
  checklistSchema,
  checklistsSchema,
  readinessSchema,
  slipSchema,
  workstreamSchema,
} from '#features/api/checklist-resource-model.ts'
import { comparisonSchema } from '#features/api/comparison-resource-model.ts'
import {
  categorySchema,
  documentDetailSchema,
  documentSchema,
  documentsSchema,
  sectionSchema,
  textStandingSchema,
} from '#features/api/document-resource-model.ts'
import { withheldSchema } from '#features/api/envelope-model.ts'
import { evidenceSchema } from '#features/api/evidence-resource-model.ts'
import { glossarySchema, termSchema } from '#features/api/glossary-resource-model.ts'
import { problemSchema } from '#features/api/problem-model.ts'
import { runRecordSchema, runRecordsSchema } from '#features/api/records-resource-model.ts'
import { runHeadSchema, runSchema, runsSchema } from '#features/api/runs-resource-model.ts'

import { searchItemSchema, searchSchema } from '#features/api/search-resource-model.ts'

const SCHEMAS = {
  AuthoredText: authoredTextSchema,
  BlockerNote: blockerNoteSchema,
  Category: categorySchema,
  Changes: changesSchema,
  Checklist: checklistSchema,
  Checklists: checklistsSchema,
  Comparison: comparisonSchema,
  Document: documentSchema,
  DocumentDetail: documentDetailSchema,
  Documents: documentsSchema,
  Evidence: evidenceSchema,
  Glossary: glossarySchema,
  Held: heldSchema,
  Problem: problemSchema,
  Readiness: readinessSchema,
  Run: runSchema,
  RunHead: runHeadSchema,
  RunRecord: runRecordSchema,
  RunRecords: runRecordsSchema,
  Runs: runsSchema,
  Search: searchSchema,
  SearchItem: searchItemSchema,
  Section: sectionSchema,
  Slip: slipSchema,
  Step: stepSchema,
  Term: termSchema,
  TextStanding: textStandingSchema,
  Withheld: withheldSchema,
  Workstream: workstreamSchema,
}

export type SchemaName = keyof typeof SCHEMAS

export const schemaRef = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` })

/**
 * The JSON Schemas (2020-12) of everything the API answers with. They allow members they do not name: those
 * that a later revision adds.
 */
export function componentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: id => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // The format says it in a word.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  )
}
