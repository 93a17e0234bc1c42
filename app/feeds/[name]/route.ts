import { localizedFileWith } from '#app/file-answer.ts'
import { readFeed } from '#features/feed/feed-queries.ts'

export const GET = localizedFileWith(1, readFeed)
