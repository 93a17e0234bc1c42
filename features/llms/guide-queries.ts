import { readLibrary } from '#features/document/document-queries.ts'
import { guideOf } from '#features/llms/guide-rules.ts'
import type { FileWish, PortalFile } from '#features/portal/file-model.ts'

/** The guide to the portal for programs that read; in English, with a Georgian paragraph. */
export async function readGuide(wish: FileWish): Promise<PortalFile> {
  return {
    type: 'text/plain; charset=utf-8',
    body: guideOf(await readLibrary('en', wish.asOf), wish),
    saveAs: null,
  }
}
