import { answerWith } from '#app/api/answer.ts'
import { readDocumentResource } from '#features/api/resource-queries.ts'

export const GET = answerWith(readDocumentResource)
