import fs from 'node:fs'
import { build } from '#cli/portal/build.ts'
import { generateClient } from '#cli/portal/generate-client.ts'
import type { ViewUrls } from '#features/access/view-urls-model.ts'
import { enter } from '#scripts/enter.js'
import { openBrowser } from '#tests/bench/browser.ts'
import { compareRuns } from '#tests/bench/evidence-speed.ts'
import type { Goal } from '#tests/bench/goal.ts'
import { compareOrchestrator } from '#tests/bench/orchestrator-speed.ts'
import { OUTPUT } from '#tests/bench/output.ts'
import { fillDatabase, PROJECT_CONTENT, startGate } from '#tests/bench/portal.ts'
import { progress } from '#tests/bench/progress.ts'
import { racePaint } from '#tests/bench/race.ts'
import { compareRecords } from '#tests/bench/record-speed.ts'
import { compareSearches } from '#tests/bench/search-speed.ts'
import { compareSpeed } from '#tests/bench/speed.ts'
import { table } from '#tests/bench/table.ts'
import { weighPages } from '#tests/bench/weight.ts'
import { openTestServer } from '#tests/setup/database.ts'

/** What is measured of the portal; the argument of the program chooses one, and none chooses all. */
const PARTS = {
  pages: async (adminUrl: string, signal: AbortSignal) =>
    measurePages((await fillDatabase(adminUrl, PROJECT_CONTENT)).viewUrls, signal),
  record: compareRecords,
  evidence: compareRuns,
  search: compareSearches,
}
const [, , chosen] = process.argv

// Measures, and judges nothing by its exit code: that is 0 unless something could not be measured.
await enter(async signal => {
  fs.rmSync(OUTPUT, { recursive: true, force: true })
  fs.mkdirSync(OUTPUT, { recursive: true })
  const goals: Goal[] = []
  if (chosen !== 'orchestrator') goals.push(...(await measurePortal(signal)))
  if (chosen === undefined || chosen === 'orchestrator') goals.push(...(await compareOrchestrator(signal)))
  const rows = goals.map(({ wanted, found, isMet }) => [wanted, isMet ? 'met' : 'not met', found])
  console.log(table('Goals', rows))
  return 0
})

async function measurePortal(signal: AbortSignal): Promise<Goal[]> {
  await generateClient(signal)
  await build(signal)
  progress('starting a portal')
  const database = await openTestServer()
  try {
    const goals: Goal[] = []
    for (const [name, measure] of Object.entries(PARTS))
      if (name === (chosen ?? name)) goals.push(...(await measure(database.adminUrl, signal)))
    return goals
  } finally {
    await database.close()
  }
}

async function measurePages(viewUrls: ViewUrls, signal: AbortSignal): Promise<Goal[]> {
  const gate = await startGate(viewUrls)
  try {
    const speed = await compareSpeed(gate, viewUrls, signal)
    const browser = await openBrowser()
    try {
      const weight = await weighPages(browser, gate.origin)
      return [...speed, ...weight, ...(await racePaint(browser, gate.origin, signal))]
    } finally {
      await browser.close()
    }
  } finally {
    await gate.stop()
  }
}
