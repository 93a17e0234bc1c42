import { answerWith } from '#app/api/answer.ts'
import { readGlossaryResource } from '#features/api/glossary-resource-queries.ts'

export const GET = answerWith(readGlossaryResource)
