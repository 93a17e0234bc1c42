import { answerWith } from '#app/api/answer.ts'
import { readRunsResource } from '#features/api/runs-resource-queries.ts'

export const GET = answerWith(readRunsResource)
