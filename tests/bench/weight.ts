import type { Browser } from 'playwright'
import { LOCALES } from '#features/localization/locale-model.ts'
import { type ColdPage, weighColdPage } from '#tests/bench/cold-page.ts'
import { exchange, headerOf } from '#tests/bench/exchange.ts'
import { bytes, type Goal } from '#tests/bench/goal.ts'
import { progress } from '#tests/bench/progress.ts'
import { table } from '#tests/bench/table.ts'

const ENCODINGS = ['br', 'gzip'] as const
/** Languages whose letters take many more forms than they are. */
const HEAVY: readonly string[] = ['ar']
const KINDS = ['document', 'stylesheet', 'font', 'image', 'icon'] as const

/** Weighs the readiness page in every language, alone and with all it loads, and prints that. */
export async function weighPages(browser: Browser, origin: string): Promise<Goal[]> {
  progress('weighing pages')
  const pages = LOCALES.map(locale => `/${locale}`)
  const compressed = await Promise.all(
    pages.map(page => Promise.all(ENCODINGS.map(encoding => compressedBytes(origin + page, encoding)))),
  )
  const cold: ColdPage[] = []
  for (const page of pages) cold.push(await weighColdPage(browser, origin + page))
  const rows = pages.map((page, at) => [
    page,
    ...(compressed[at] ?? []).map(bytes),
    ...KINDS.map(kind => bytes(cold[at]?.byKind.get(kind) ?? 0)),
    bytes(cold[at]?.script ?? 0),
    bytes(cold[at]?.all ?? 0),
  ])
  const head = ['', ...ENCODINGS, ...KINDS, 'script', 'cold, in all']
  console.log(
    table('Bytes: compressed body, then a cold page over the network with headers', [head, ...rows]),
  )
  const largest = Math.max(...compressed.flat())
  const coldest = (isHeavy: boolean) =>
    Math.max(...cold.filter((_, at) => HEAVY.includes(LOCALES[at] ?? '') === isHeavy).map(({ all }) => all))
  const script = Math.max(...cold.map(page => page.script))
  return [
    { wanted: 'readiness page < 15 kB compressed', found: bytes(largest), isMet: largest < 15_000 },
    {
      wanted: 'cold page with styles and fonts < 100 kB',
      found: bytes(coldest(false)),
      isMet: coldest(false) < 100_000,
    },
    {
      wanted: 'the same in Arabic, whose face alone has 166 kB, < 230 kB',
      found: bytes(coldest(true)),
      isMet: coldest(true) < 230_000,
    },
    { wanted: 'no JavaScript', found: bytes(script), isMet: script === 0 },
  ]
}

async function compressedBytes(address: string, encoding: string): Promise<number> {
  const answer = await exchange(address, { 'Accept-Encoding': encoding })
  if (headerOf(answer, 'content-encoding') !== encoding)
    throw new Error(`${address} does not come in ${encoding}.`)
  return answer.body.length
}
