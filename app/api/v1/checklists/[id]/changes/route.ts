import { answerWith } from '#app/api/answer.ts'
import { readChangesResource } from '#features/api/changes-resource-queries.ts'

export const GET = answerWith(readChangesResource)
