import { asScope } from '#features/access/as-scope.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { readLibrary } from '#features/document/document-queries.ts'
import { viewDatabase } from '#prisma/view-client.ts'

// Run as a program of its own: a web process knows one database, for good.
await asScope('guest', async () => {
  const shelves = await readLibrary('ka', { day: dayInTbilisi(new Date()), isToday: true })
  console.log(JSON.stringify(shelves.map(({ documents }) => documents.map(({ path }) => path))))
  await (await viewDatabase()).$disconnect()
})
