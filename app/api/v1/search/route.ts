import { answerWith } from '#app/api/answer.ts'
import { readSearchResource } from '#features/api/search-resource-queries.ts'

export const GET = answerWith(readSearchResource)
