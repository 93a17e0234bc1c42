import type { TestProject } from 'vitest/node'
import { build } from '#cli/portal/build.ts'
import { openTestServer, RESILIENCE_STATE } from '#tests/setup/database.ts'

/** The pages built, and a PostgreSQL that may be killed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await build(new AbortController().signal)
  const { adminUrl, writeUrl, viewUrls, close } = await openTestServer(RESILIENCE_STATE)
  project.provide('adminUrl', adminUrl)
  project.provide('writeUrl', writeUrl)
  project.provide('viewUrls', viewUrls)
  return close
}
