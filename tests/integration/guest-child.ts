import { asScope } from '#features/access/as-scope.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { readFirstChecklist } from '#features/checklist/checklist-queries.ts'
import { readDocument } from '#features/document/document-queries.ts'
import { viewDatabase } from '#prisma/view-client.ts'

// Run as a program of its own: a web process knows one database, for good.
const [, , path = '', ...days] = process.argv
await asScope('guest', async () => {
  for (const given of days) {
    const day = parseDay(given)
    if (!day) throw new Error(`no day: ${given}`)
    const asOf = { day, isToday: false }
    const document = await readDocument(path, 'en', asOf)
    const first = await readFirstChecklist('en', asOf)
    console.log(
      JSON.stringify({
        title: document?.title.text ?? null,
        recordedAt: document?.standing.recordedAt.toISOString().slice(0, 10) ?? null,
        commit: document?.standing.commit ?? null,
        recordedSince: document?.recordedSince ?? null,
        firstChecklist: first === null || first === 'no-record-yet' ? first : first.document.path,
      }),
    )
  }
  await (await viewDatabase()).$disconnect()
})
