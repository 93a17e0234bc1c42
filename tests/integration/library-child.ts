import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { readLibrary } from '#features/document/document-queries.ts'
import { guestDatabase } from '#prisma/view-client.ts'

// Run as a program of its own: a web process knows one database, for good.
const shelves = await readLibrary('ka', { day: dayInTbilisi(new Date()), isToday: true })
console.log(JSON.stringify(shelves.map(({ documents }) => documents.map(({ path }) => path))))
await guestDatabase().$disconnect()
