import { responsesOf } from '#features/api/openapi-response-rules.ts'
import type { ProblemCode } from '#features/api/problem-model.ts'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'
import { KINDS } from '#features/evidence/run-model.ts'

const oneOf = (values: readonly string[]) => ({ type: 'string', enum: values })

const inQuery = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  description,
  schema,
})

const inPath = (name: string, description: string, schema: object) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema,
})

const text = { type: 'string' }

/** Parameters of evidence alone, by their names among the components. */
export const EVIDENCE_PARAMETERS = {
  environment: inPath('environment', 'Is where the run took place.', oneOf(ENVIRONMENTS)),
  runId: inPath('runId', 'Is the id of the run.', text),
  number: inPath('number', 'Is the number of the record in its run, from 1.', {
    type: 'integer',
    minimum: 1,
  }),
  a: inQuery('a', 'Is an environment, or `{environment}/{runId}`; `dev` where it is not given.', text),
  b: inQuery('b', 'Is what to compare it with, named alike; `stage` where it is not given.', text),
  ofEnvironment: inQuery('environment', 'Leaves the runs of one environment.', oneOf(ENVIRONMENTS)),
  ofKind: inQuery('kind', 'Leaves the runs of one kind.', oneOf(KINDS)),
  ofCheck: inQuery('check', 'Leaves the runs in which this check judged something.', oneOf(CHECK_CODES)),
  ofFinding: inQuery(
    'finding',
    'Leaves the runs with this finding: of `check` where that is given, else of any check.',
    oneOf(FINDINGS),
  ),
  afterRun: inQuery('after', 'Is the id of the run after which to go on; `next` has it.', text),
  boundary: inQuery('boundary', 'Leaves the records of one boundary.', oneOf(BOUNDARIES)),
  topic: inQuery('topic', 'Leaves the records of one topic.', text),
  partition: inQuery('partition', 'Leaves the records of one partition.', { type: 'integer', minimum: 0 }),
  intent: inQuery('intent', 'Leaves the records of one intent, by intentId or, without one, by key.', text),
  event: inQuery('event', 'Leaves the records of one event, by eventId.', text),
  afterRecord: inQuery('after', 'Is the number of the record after which to go on; `next` has it.', {
    type: 'integer',
    minimum: 0,
  }),
}

type Name = keyof typeof EVIDENCE_PARAMETERS | 'locale' | 'asOf'

const asked = (...names: readonly Name[]) =>
  [...names, 'locale', 'asOf'].map(name => ({ $ref: `#/components/parameters/${name}` }))

/** Problems that no answer about evidence has. */
const UNKNOWN: readonly ProblemCode[] = ['no-record-yet', 'span-malformed', 'span-future', 'span-reversed']

export const evidencePaths = () => ({
  '/api/v1/evidence': {
    get: {
      operationId: 'listRuns',
      summary: 'Lists the runs, and what counts of every check in every environment.',
      parameters: asked('ofEnvironment', 'ofKind', 'ofCheck', 'ofFinding', 'afterRun'),
      responses: responsesOf('Runs', UNKNOWN),
    },
  },
  '/api/v1/evidence/{environment}/{runId}': {
    get: {
      operationId: 'getRun',
      summary: 'Shows a run: its claims, what its records say, and what the checks found.',
      parameters: asked('environment', 'runId'),
      responses: responsesOf('Run', [...UNKNOWN, 'filter-malformed']),
    },
  },
  '/api/v1/evidence/{environment}/{runId}/records': {
    get: {
      operationId: 'listRecords',
      summary: 'Lists records of a run.',
      parameters: asked(
        'environment',
        'runId',
        'boundary',
        'topic',
        'partition',
        'intent',
        'event',
        'afterRecord',
      ),
      responses: responsesOf('RunRecords', UNKNOWN),
    },
  },
  '/api/v1/evidence/{environment}/{runId}/records/{number}': {
    get: {
      operationId: 'getRecord',
      summary: 'Shows a record of a run, and where in its bundle it stands.',
      parameters: asked('environment', 'runId', 'number'),
      responses: responsesOf('RunRecord', [...UNKNOWN, 'filter-malformed']),
    },
  },
  '/api/v1/evidence/compare': {
    get: {
      operationId: 'compareEvidence',
      summary: 'Tells what changed between two runs or two environments.',
      parameters: asked('a', 'b'),
      responses: responsesOf('Comparison', [...UNKNOWN, 'filter-malformed']),
    },
  },
})
