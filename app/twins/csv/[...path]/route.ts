import { localizedFileWith } from '#app/file-answer.ts'
import { readTable } from '#features/csv/csv-queries.ts'

/** Readers come here by the address of the page with `.csv` after it (server/twin.ts). */
export const GET = localizedFileWith(2, readTable)
