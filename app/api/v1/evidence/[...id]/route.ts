import { answerWith } from '#app/api/answer.ts'
import { readEvidencePlace } from '#features/api/runs-resource-queries.ts'

/** A run, `{environment}/{runId}`, its records, `{environment}/{runId}/records`, or one of them by its number. */
export const GET = answerWith(readEvidencePlace)
