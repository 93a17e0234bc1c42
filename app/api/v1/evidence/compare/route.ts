import { answerWith } from '#app/api/answer.ts'
import { readComparisonResource } from '#features/api/runs-resource-queries.ts'

export const GET = answerWith(readComparisonResource)
