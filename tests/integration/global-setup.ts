import type { TestProject } from 'vitest/node'
import type { ViewUrls } from '#features/access/view-urls-model.ts'
import { openTestServer } from '#tests/setup/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the tests' PostgreSQL: its administrator's and those of its logins. */
    adminUrl: string
    writeUrl: string
    viewUrls: ViewUrls
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { adminUrl, writeUrl, viewUrls, close } = await openTestServer()
  project.provide('adminUrl', adminUrl)
  project.provide('writeUrl', writeUrl)
  project.provide('viewUrls', viewUrls)
  return close
}
