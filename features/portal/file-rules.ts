import type { Wish } from '#features/api/request-rules.ts'
import type { FileWish, NoFile } from '#features/portal/file-model.ts'
import { pageHref } from '#features/portal/page-model.ts'

export const nothingAt = (expected: string, found: string): NoFile => ({
  status: 404,
  detail: `Expected ${expected}, found ${JSON.stringify(found)}.`,
})

export const noRecordYet = ({ asOf }: Wish): NoFile => ({
  status: 404,
  detail: `Expected a day on or after the first record, found ${asOf.day}.`,
})

/** The whole address of a page in the language and on the day asked for. */
export const pageAddress = (wish: FileWish, path: string): string => wish.origin + pageHref(wish, path)
