import { responsesOf } from '#features/api/openapi-response-rules.ts'
import type { ProblemCode } from '#features/api/problem-model.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

const inQuery = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  description,
  schema,
})

/** Parameters of the search alone, by their names among the components. */
export const SEARCH_PARAMETERS = {
  q: inQuery(
    'q',
    'Is what to look for: words in any form and language, or identifiers. At most 2048 bytes.',
    {
      type: 'string',
    },
  ),
  ofCategory: inQuery('category', 'Leaves what is in one category, by its code.', { type: 'string' }),
  ofStatus: inQuery('status', 'Leaves the workstreams of one status.', { type: 'string', enum: STATUSES }),
  ofLanguage: inQuery('language', 'Leaves what matches in one language.', {
    type: 'string',
    enum: TEXT_LOCALES,
  }),
  page: inQuery('page', 'Is the number of the page; `next` has it.', {
    type: 'integer',
    minimum: 1,
    maximum: 200,
  }),
}

/** Problems of resources that have a past or a span. */
const ELSEWHERE: readonly ProblemCode[] = ['no-record-yet', 'span-malformed', 'span-future', 'span-reversed']

const NAMES = [...Object.keys(SEARCH_PARAMETERS), 'locale', 'asOf']

export const searchPaths = () => ({
  '/api/v1/glossary': {
    get: {
      operationId: 'getGlossary',
      summary: 'Lists the terms of the subject with their names in every language.',
      parameters: ['locale', 'asOf'].map(name => ({ $ref: `#/components/parameters/${name}` })),
      responses: responsesOf('Glossary', [...ELSEWHERE, 'not-found', 'filter-malformed']),
    },
  },
  '/api/v1/search': {
    get: {
      operationId: 'search',
      summary: 'Looks for words or identifiers in documents, workstreams, notes, terms and evidence.',
      parameters: NAMES.map(name => ({ $ref: `#/components/parameters/${name}` })),
      responses: responsesOf('Search', ELSEWHERE),
    },
  },
})
