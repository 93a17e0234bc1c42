import { fileWith } from '#app/file-answer.ts'
import { readGuide } from '#features/llms/guide-queries.ts'

export const GET = fileWith(readGuide)
