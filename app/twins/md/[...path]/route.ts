import { localizedFileWith } from '#app/file-answer.ts'
import { readTwin } from '#features/twin/twin-queries.ts'

/** Readers come here by the address of the page with `.md` after it (server/twin.ts). */
export const GET = localizedFileWith(2, readTwin)
