import type { TestProject } from 'vitest/node'
import { openTestServer } from '#tests/setup/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the tests' PostgreSQL: its administrator's and those of its logins. */
    adminUrl: string
    writeUrl: string
    guestUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { adminUrl, writeUrl, guestUrl, close } = await openTestServer()
  project.provide('adminUrl', adminUrl)
  project.provide('writeUrl', writeUrl)
  project.provide('guestUrl', guestUrl)
  return close
}
