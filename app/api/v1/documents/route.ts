import { answerWith } from '#app/api/answer.ts'
import { readDocumentsResource } from '#features/api/resource-queries.ts'

export const GET = answerWith(readDocumentsResource)
