import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { viewVariables } from '#features/access/view-urls-model.ts'
import type { TestDatabase } from '#tests/integration/database.ts'

const CHILD = path.join(import.meta.dirname, 'guest-child.ts')

/** What a guest reads as one day ended. Days are `2026-03-01`. */
export interface GuestPage {
  readonly title: string | null
  readonly recordedAt: string | null
  readonly commit: string | null
  readonly recordedSince: string | null
  /** Path of the checklist that the first page shows. */
  readonly firstChecklist: string | null
}

/** What the portal's queries give a guest of a document in English, and of the first page, for each of these days. */
export async function readAsGuest(
  database: TestDatabase,
  document: string,
  days: readonly string[],
): Promise<GuestPage[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, document, ...days], {
    env: { ...process.env, ...viewVariables(database.viewUrls) },
  })
  return stdout
    .trim()
    .split('\n')
    .map(page => JSON.parse(page))
}
