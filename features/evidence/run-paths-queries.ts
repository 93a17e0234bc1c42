import { dayInTbilisi } from '#features/checklist/calendar-rules.ts'
import { runPath } from '#features/evidence/evidence-address-rules.ts'
import { readSight } from '#features/evidence/record-relation-queries.ts'
import { readRuns } from '#features/evidence/runs-queries.ts'

const RECORD = /^(\/evidence\/[^/]+\/[^/]+)\/records\/([1-9]\d{0,8})$/

/** Addresses of the pages of all runs that have finished, the newest first, with how many records each has. */
async function readRunPaths(now: Date): Promise<Map<string, number>> {
  const runs = await readRuns({ day: dayInTbilisi(now), isToday: true })
  return new Map(runs.map(({ environment, run, records }) => [runPath(environment, run.runId), records]))
}

/** Addresses of the newest runs, without the language, as far as a list for search engines has room. */
export const readNewestRunPaths = async (now: Date, most: number): Promise<string[]> =>
  [...(await readRunPaths(now)).keys()].slice(0, most)

/** Whether there is a page about evidence at an address without the language. */
export async function isEvidencePage(path: string, now: Date): Promise<boolean> {
  if (path === '/evidence/compare') return true
  const records = await readRunPaths(now)
  const [, run = '', number] = RECORD.exec(path) ?? []
  if (records.has(path)) return true
  return (await readSight()) !== 'none' && Number(number) <= (records.get(run) ?? 0)
}
