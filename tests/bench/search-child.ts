import { asScope } from '#features/access/as-scope.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { search } from '#features/search/search-queries.ts'
import { viewDatabase } from '#prisma/view-client.ts'

// Run as a program of its own: a web process knows one database, for good. A search and a lookup by primary key in turn,
// so that noise hits both alike.
const ROUNDS = 12
const WARMING_ROUNDS = 2

/** Common and rare, one and several, misspelt, transliterated, in each language, and identifiers. */
const QUERIES = [
  'უსაფრთხოება',
  'მონაცემების შემოწმება',
  'usaprtxoeba',
  'უსაფრთხოებბა',
  'გასაღებითჟურნალი',
  'idempotency',
  'security report',
  'sistem güvenliği',
  'проверки',
  'բանալի',
  'مفتاح',
  'BENCH-77',
  'ORCHESTRATION_ENGINEER',
  'mint.requested',
  'ანგარიში ცვლილება ვადა სისტემა ჟურნალი',
  'qwertzuiop',
]

const asOf = { day: dayInTbilisi(new Date()), isToday: true }
const taken = new Map<string, number[]>(QUERIES.map(query => [query, []]))
const lookups: number[] = []

async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}

const wish = { category: null, status: null, language: null, page: 1 }
await asScope('guest', async () => {
  for (let round = 1; round <= WARMING_ROUNDS + ROUNDS; round += 1) {
    for (const text of QUERIES) {
      // The first to look at what has just been written waits for the disk.
      const isWarming = round <= WARMING_ROUNDS
      const found = await timed(() => search({ ...wish, text }, 'ka', asOf)).catch(fault => {
        if (isWarming) return 0
        throw fault
      })
      const key = await timed(async () =>
        (await viewDatabase()).document.findUnique({
          where: { path: '80_chain/no-rework-migration-checklist' },
        }),
      )
      if (isWarming) continue
      taken.get(text)?.push(found)
      lookups.push(key)
    }
  }
  console.log(JSON.stringify({ searches: [...taken], lookups }))
  process.exit()
})
