import { EVIDENCE_PARAMETERS, evidencePaths } from '#features/api/openapi-evidence-rules.ts'
import { responsesOf } from '#features/api/openapi-response-rules.ts'
import { componentSchemas } from '#features/api/openapi-schema-rules.ts'
import { SEARCH_PARAMETERS, searchPaths } from '#features/api/openapi-search-rules.ts'
import type { ProblemCode } from '#features/api/problem-model.ts'
import { AUTHORITATIVE_LOCALE, LOCALES } from '#features/localization/locale-model.ts'

const DESCRIPTION = [
  'Mza is a read-only governance portal: a checklist of workstreams and the documents around it.',
  'Only GET and HEAD are answered.',
  'Georgian texts prevail over translations; every text says its language and what it counts for.',
  'Every resource shows the portal as a day ended in Tbilisi.',
  'Members may be added; clients ignore those they do not know.',
  'What evidence shows of a workstream, and how far a translation is behind, come later.',
].join(' ')

const PARAMETERS = {
  locale: {
    name: 'locale',
    in: 'query',
    description:
      'Is the language to answer in. A text that is not available in it comes in the nearest language there is, and says so.',
    schema: { type: 'string', enum: LOCALES, default: AUTHORITATIVE_LOCALE },
  },
  asOf: {
    name: 'asOf',
    in: 'query',
    description: 'Is the day, in Tbilisi, at whose end to show the portal; today where it is not given.',
    schema: { type: 'string', format: 'date' },
  },
  from: {
    name: 'from',
    in: 'query',
    description:
      'Is the day at whose end the comparison begins; the last Friday that ended before `to` where it is not given.',
    schema: { type: 'string', format: 'date' },
  },
  to: {
    name: 'to',
    in: 'query',
    description: 'Is the day at whose end the comparison ends; `asOf` where it is not given.',
    schema: { type: 'string', format: 'date' },
  },
  id: {
    name: 'id',
    in: 'path',
    required: true,
    description:
      'Is the Document ID, exactly as in the metadata, or the path of the document with `~` instead of `/`. The path may also stand as it is, as further segments.',
    schema: { type: 'string' },
  },
}

/** Problems of a resource that is of a span. */
const OF_SPANS: readonly ProblemCode[] = ['span-malformed', 'span-future', 'span-reversed']
/** Problems of a resource that is neither of a span nor filtered. */
const OF_CHOICE: readonly ProblemCode[] = [...OF_SPANS, 'filter-malformed']

const ASKED = [{ $ref: '#/components/parameters/locale' }, { $ref: '#/components/parameters/asOf' }]
const ASKED_BY_ID = [{ $ref: '#/components/parameters/id' }, ...ASKED]

const ASKED_BY_SPAN = [
  ...ASKED_BY_ID,
  { $ref: '#/components/parameters/from' },
  { $ref: '#/components/parameters/to' },
]

const paths = () => ({
  '/api/v1/checklists': {
    get: {
      operationId: 'listChecklists',
      summary: 'Lists the checklists with their readiness.',
      parameters: ASKED,
      responses: responsesOf('Checklists', ['not-found', ...OF_CHOICE]),
    },
  },
  '/api/v1/checklists/{id}': {
    get: {
      operationId: 'getChecklist',
      summary: 'Shows a checklist: its readiness and every workstream.',
      parameters: ASKED_BY_ID,
      responses: responsesOf('Checklist', OF_CHOICE),
    },
  },
  '/api/v1/checklists/{id}/changes': {
    get: {
      operationId: 'getChanges',
      summary: 'Tells what changed in a checklist between two days. A path as id stands with `~` here.',
      parameters: ASKED_BY_SPAN,
      responses: responsesOf('Changes', ['filter-malformed']),
    },
  },
  '/api/v1/documents': {
    get: {
      operationId: 'listDocuments',
      summary: 'Lists the documents with their metadata.',
      parameters: ASKED,
      responses: responsesOf('Documents', ['not-found', 'no-record-yet', ...OF_CHOICE]),
    },
  },
  '/api/v1/documents/{id}': {
    get: {
      operationId: 'getDocument',
      summary: 'Shows a document: its metadata and its text.',
      parameters: ASKED_BY_ID,
      responses: responsesOf('DocumentDetail', OF_CHOICE),
    },
  },
  ...evidencePaths(),
  ...searchPaths(),
})

/** The API described for machines (OpenAPI 3.1), made from the schemas its answers are held to. */
export const openApiDocument = () => ({
  openapi: '3.1.1',
  info: {
    title: 'Mza',
    version: '1.0.0',
    summary: 'Reads the migration checklist and the documents around it.',
    description: DESCRIPTION,
    license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'Is the portal that serves this document.' }],
  paths: paths(),
  components: {
    schemas: componentSchemas(),
    parameters: { ...PARAMETERS, ...EVIDENCE_PARAMETERS, ...SEARCH_PARAMETERS },
  },
})
