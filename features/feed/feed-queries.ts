import { readChecklists } from '#features/checklist/visible-queries.ts'
import { atomOf } from '#features/feed/atom-rules.ts'
import { feedOf } from '#features/feed/feed-rules.ts'
import { wordingIn } from '#features/localization/wording.ts'
import type { FileWish, NoFile, PortalFile } from '#features/portal/file-model.ts'
import { noRecordYet } from '#features/portal/file-rules.ts'

/** What happened in the checklists that the reader may see, as an Atom feed. */
export async function readFeed(wish: FileWish): Promise<PortalFile | NoFile> {
  const [checklists, wording] = await Promise.all([
    readChecklists(wish.locale, wish.asOf),
    wordingIn(wish.locale),
  ])
  if (checklists === 'no-record-yet') return noRecordYet(wish)
  return {
    type: 'application/atom+xml; charset=utf-8',
    body: atomOf(feedOf(checklists, wording, wish)),
    saveAs: null,
  }
}
