import { asScope } from '#features/access/as-scope.ts'
import { readClassCounts } from '#features/access/class-counts-queries.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { readIngests } from '#features/portal/ingests-queries.ts'
import { readUpkeepPage } from '#features/upkeep/neglected-queries.ts'
import { viewDatabase } from '#prisma/view-client.ts'

// Run as a program of its own: a web process knows one database, for good.
const [, , given] = process.argv
const past = given === undefined ? null : parseDay(given)
const asOf = past ? { day: past, isToday: false } : { day: dayInTbilisi(new Date()), isToday: true }

async function ingests() {
  const listed = await readIngests('en', asOf, { page: 1, length: 2, named: 2 })
  return { ...listed, titles: [...listed.titles], shownRuns: [...listed.shownRuns] }
}

for (const scope of SCOPES)
  await asScope(scope, async () => {
    const told = {
      scope,
      upkeep: await readUpkeepPage('en', asOf, 1),
      classes: await readClassCounts(),
      ingests: await ingests().catch(fault => String(fault).includes('permission denied')),
    }
    console.log(JSON.stringify(told))
    await (await viewDatabase()).$disconnect()
  })
