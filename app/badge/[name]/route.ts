import { fileWith } from '#app/file-answer.ts'
import { readBadge } from '#features/badge/badge-queries.ts'

export const GET = fileWith((wish, [, name = '']) => readBadge(wish, name.replace(/\.svg$/, '')))
