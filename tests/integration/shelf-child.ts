import { asScope } from '#features/access/as-scope.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { readShelves } from '#features/document/shelf-queries.ts'
import { viewDatabase } from '#prisma/view-client.ts'

// Run as a program of its own: a web process knows one database, for good.
const [, , category = '', ...asked] = process.argv
await asScope('guest', async () => {
  for (const given of asked) {
    const [page, day] = given.split('@')
    const past = day === undefined ? null : parseDay(day)
    const asOf = past ? { day: past, isToday: false } : { day: dayInTbilisi(new Date()), isToday: true }
    const shelves = await readShelves({ category: category || null, page: Number(page) }, 'en', asOf)
    console.log(
      JSON.stringify(
        shelves?.map(shelf => [shelf.documents.map(document => document.path), shelf.hasMore]) ?? null,
      ),
    )
  }
  await (await viewDatabase()).$disconnect()
})
