import { answerWith } from '#app/api/answer.ts'
import { readChecklistResource } from '#features/api/resource-queries.ts'

export const GET = answerWith(readChecklistResource)
