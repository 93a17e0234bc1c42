import { exchange } from '#tests/bench/exchange.ts'
import { type Goal, times } from '#tests/bench/goal.ts'
import { runIdOf } from '#tests/bench/long-run.ts'
import { median } from '#tests/bench/median.ts'
import { startRenderingGate } from '#tests/bench/portal.ts'
import { progress } from '#tests/bench/progress.ts'
import { table } from '#tests/bench/table.ts'

const MOST_TIMES = 2
const ROUNDS = 30
const WARMING_ROUNDS = 5

/** The page of a run shows its records: from the first on, after a number, and those of a boundary or a topic. */
const PAGES = ['', '?after=50', '?boundary=effect', '?topic=mint.confirmed'].map(
  filter => (runId: string) => `/ka/evidence/dev/${runId}${filter}`,
)

/** Asks for pages of a long run and of a short one in turn, so that noise hits both alike. */
export async function compareRecordPages(
  guestUrl: string,
  long: number,
  short: number,
  signal: AbortSignal,
): Promise<Goal[]> {
  const gate = await startRenderingGate(guestUrl)
  const ask = async (page: string): Promise<number> => {
    const since = performance.now()
    const { status } = await exchange(gate.origin + page)
    return status === 200 ? performance.now() - since : Number.NaN
  }
  try {
    const rows: string[][] = []
    const ratios: number[] = []
    for (const page of PAGES) {
      const [many, few] = [page(runIdOf(long)), page(runIdOf(short))]
      if (Number.isNaN(await ask(many))) {
        progress(`${many} is not there`)
        continue
      }
      const taken: { readonly many: number[]; readonly few: number[] } = { many: [], few: [] }
      for (let round = 1; round <= WARMING_ROUNDS + ROUNDS; round++) {
        signal.throwIfAborted()
        const [slow, fast] = [await ask(many), await ask(few)]
        if (round <= WARMING_ROUNDS) continue
        taken.many.push(slow)
        taken.few.push(fast)
      }
      const ratio = median(taken.many) / median(taken.few)
      ratios.push(ratio)
      rows.push([many, ...[taken.few, taken.many].map(of => `${median(of).toFixed(1)} ms`), times(ratio)])
    }
    if (ratios.length === 0) return []
    console.log(table('Pages rendered anew', [['', `${short} records`, `${long}`, 'ratio'], ...rows]))
    const slowest = Math.max(...ratios)
    const wanted = `a page of ${long} records ≤ ${MOST_TIMES} × one of ${short}`
    return [{ wanted, found: times(slowest), isMet: slowest <= MOST_TIMES }]
  } finally {
    await gate.stop()
  }
}
