import { createInterface } from 'node:readline'
import { asScope } from '#features/access/as-scope.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { parseDay } from '#features/checklist/calendar-model.ts'
import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import type { Locale } from '#features/localization/locale-model.ts'
import type { SearchWish } from '#features/search/search-model.ts'
import { search } from '#features/search/search-queries.ts'

// Run as a program of its own: a web process knows one database, for good. A question a line, an answer a line.
interface Question extends Partial<SearchWish> {
  readonly text: string
  readonly scope?: Scope
  readonly locale?: Locale
  readonly day?: string
}

for await (const line of createInterface({ input: process.stdin })) {
  const { scope = 'guest', locale = 'ka', day, ...wish }: Question = JSON.parse(line)
  const asked = day === undefined ? null : parseDay(day)
  const asOf = asked ? { day: asked, isToday: false } : { day: dayInTbilisi(new Date()), isToday: true }
  const since = performance.now()
  try {
    const found = await asScope(scope, () =>
      search({ category: null, status: null, language: null, page: 1, ...wish }, locale, asOf),
    )
    console.log(JSON.stringify({ ...found, milliseconds: performance.now() - since }))
  } catch (fault) {
    console.log(JSON.stringify({ fault: String(fault) }))
  }
}
process.exit()
