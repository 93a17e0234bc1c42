import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Day } from '#features/checklist/calendar-model.ts'
import { readChain } from '#features/evidence/chain-queries.ts'
import type { Judgement } from '#features/evidence/finding-model.ts'
import { readRunPlace } from '#features/evidence/records-queries.ts'
import { readRun, readRuns } from '#features/evidence/runs-queries.ts'
import { countingFindings } from '#features/evidence/verdict-rules.ts'
import { witnessedFindings } from '#features/evidence/witness-queries.ts'
import { asReviewer, readAsPortal } from '#tests/integration/evidence/read-as-portal.ts'
import { writeBundle } from '#tests/setup/bundle-folder.ts'
import { simulatedRun } from '#tests/setup/simulated-runs.ts'

/** Who sees all of a run. */

/** The second replays the first, so it starts after it. */
const STARTS = { crowded: '2026-03-04T10:00:00+04:00', again: '2026-03-05T10:00:00+04:00' }

const simulated = (runId: keyof typeof STARTS, redeliveries: number) =>
  simulatedRun({
    runId,
    intents: ['intent-1'],
    partitions: 1,
    failing: null,
    redeliveries,
    startsAt: STARTS[runId],
  })

const TODAY = { day: '2026-03-20' as Day, isToday: true }

let close: () => Promise<void>

beforeAll(async () => {
  close = await readAsPortal(evidence => {
    const sha256 = writeBundle(evidence, simulated('crowded', 100))
    writeBundle(evidence, simulated('again', 10), { replays: [{ runId: 'crowded', sha256 }] })
  })
})

afterAll(() => close())

async function chainIn(runId: string) {
  const runs = await asReviewer(() => readRuns(TODAY))
  const view = runs.find(({ run }) => run.runId === runId)
  const place = await asReviewer(() => readRunPlace(runId))
  const chain = view && place && (await asReviewer(() => readChain(view, place, runs, 'intent-1')))
  if (!chain) throw new Error(`no chain in ${runId}`)
  const records = chain.steps.flatMap(({ at }) => Object.values(at).flat())
  return { records, bound: chain.bound, runs: chain.views.map(({ run }) => run.runId) }
}

describe('a chain that goes on in other runs', () => {
  test('has at most 300 records in all, those of its own run first, and says that there are more', async () => {
    const { records, bound, runs } = await chainIn('again')
    expect(records).toHaveLength(300)
    expect(records.filter(({ runId }) => runId === 'again')).toHaveLength(
      simulated('again', 10).records.length,
    )
    expect([bound, runs]).toEqual([300, ['again', 'crowded']])
  })

  test('whose own run has them all reads no other', async () => {
    const { records, bound, runs } = await chainIn('crowded')
    expect([records.length, bound, runs]).toEqual([300, 300, ['crowded']])
  })
})

describe('the runs of the portal', () => {
  test('are listed without what decided their findings, which a run by itself has', async () => {
    const decided = (judgements: Iterable<Judgement>) =>
      [...judgements].filter(({ witnesses }) => witnesses.length > 0).length
    const runs = await asReviewer(() => readRuns(TODAY))
    expect(runs.map(({ run }) => run.runId)).toEqual(['again', 'crowded'])
    for (const { judgements } of runs) expect(decided(judgements.values())).toBe(0)
    const alone = await asReviewer(() => readRun('dev', 'crowded', TODAY))
    expect(decided(alone?.judgements.values() ?? [])).toBeGreaterThan(0)
    const counting = await asReviewer(() => witnessedFindings(countingFindings(runs)))
    expect(decided(counting.flatMap(({ source }) => source?.judgement ?? []))).toBeGreaterThan(0)
  })
})
