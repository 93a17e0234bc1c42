import { queryText } from '#features/evidence/asked-filter-rules.ts'
import type { Environment } from '#features/evidence/environment-model.ts'

/** Address of a run's page, without the language. */
export const runPath = (environment: Environment, runId: string): string =>
  `/evidence/${environment}/${runId}`

/** Address of the page of one record of a run, without the language. */
export const recordPath = (environment: Environment, runId: string, number: number): string =>
  `${runPath(environment, runId)}/records/${number}`

/** Address of the chain of an intent on a run's page, without the language. */
export const chainPath = (environment: Environment, runId: string, intent: string): string =>
  `${runPath(environment, runId)}${queryText({ intent })}#chain`

/** Address of a file of its bundle, which is in no language. */
export const filePath = (environment: Environment, runId: string, name: string): string =>
  `${runPath(environment, runId)}/${name}`
