import { ContentFolder, checklist, ROWS } from '#tests/integration/content-folder.ts'
import { type ChangingContent, changingContent } from './changing-content.ts'

/** A checklist of three rows that changes: where many gates on one machine make all its pages again each time. */
export function smallContent(databaseUrl: string): ChangingContent & { remove(): void } {
  const content = new ContentFolder()
  content.write('80_chain/list/en.md', checklist(ROWS))
  const change = (state: number) =>
    content.write('80_chain/notes/en.md', `# Notes\n\nThis is state ${state}.\n`)
  return { ...changingContent(content.folder, databaseUrl, change), remove: () => content.remove() }
}

/** Addresses of all its pages, and of the API. */
export const SMALL_CONTENT: readonly string[] = [
  ...['ka', 'en'].flatMap(locale =>
    ['', '/docs', '/docs/80_chain/list', '/docs/80_chain/list/2', '/docs/80_chain/notes'].map(
      path => `/${locale}${path}`,
    ),
  ),
  '/api/v1/checklists',
  '/api/v1/documents',
]
