import { answerWith } from '#app/api/answer.ts'
import { readChecklistsResource } from '#features/api/resource-queries.ts'

export const GET = answerWith(readChecklistsResource)
