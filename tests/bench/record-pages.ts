import type { Role } from '#features/access/role-model.ts'
import type { ViewUrls } from '#features/access/view-urls-model.ts'
import { exchange } from '#tests/bench/exchange.ts'
import { type Goal, times } from '#tests/bench/goal.ts'
import { runIdOf } from '#tests/bench/long-run.ts'
import { median } from '#tests/bench/median.ts'
import { startRenderingGate } from '#tests/bench/portal.ts'
import { progress } from '#tests/bench/progress.ts'
import { table } from '#tests/bench/table.ts'
import { cookieOf } from '#tests/setup/session.ts'

const MOST_TIMES = 2
const ROUNDS = 30
const WARMING_ROUNDS = 5

/**
 * The page of a run shows its records: from the first on, after a number, and those of a boundary or a topic; whole to
 * reviewers, as envelopes to owners.
 */
const PAGES = (['REVIEWER', 'SRE_LEAD'] as const).flatMap(role =>
  ['', '?after=50', '?boundary=effect', '?topic=mint.confirmed'].map(filter => ({
    role,
    of: (runId: string) => `/ka/evidence/dev/${runId}${filter}`,
  })),
)

/** Asks for pages of a long run and of a short one in turn, so that noise hits both alike. */
export async function compareRecordPages(
  viewUrls: ViewUrls,
  long: number,
  short: number,
  signal: AbortSignal,
): Promise<Goal[]> {
  const gate = await startRenderingGate(viewUrls)
  const ask = async (page: string, role: Role): Promise<number> => {
    const cookie = await cookieOf(gate.origin, role)
    const since = performance.now()
    const { status } = await exchange(gate.origin + page, { cookie })
    return status === 200 ? performance.now() - since : Number.NaN
  }
  try {
    const rows: string[][] = []
    const ratios: number[] = []
    for (const { role, of } of PAGES) {
      const [many, few] = [of(runIdOf(long)), of(runIdOf(short))]
      if (Number.isNaN(await ask(many, role))) {
        progress(`${many} is not there`)
        continue
      }
      const taken: { readonly many: number[]; readonly few: number[] } = { many: [], few: [] }
      for (let round = 1; round <= WARMING_ROUNDS + ROUNDS; round++) {
        signal.throwIfAborted()
        const [slow, fast] = [await ask(many, role), await ask(few, role)]
        if (round <= WARMING_ROUNDS) continue
        taken.many.push(slow)
        taken.few.push(fast)
      }
      const ratio = median(taken.many) / median(taken.few)
      ratios.push(ratio)
      rows.push([
        `${role} ${many}`,
        ...[taken.few, taken.many].map(of => `${median(of).toFixed(1)} ms`),
        times(ratio),
      ])
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
