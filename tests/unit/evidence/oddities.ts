import type { Boundary, EvidenceRecord } from '#features/evidence/record-model.ts'
import { type SimulatedRun, simulatedReplay } from '#tests/setup/simulated-runs.ts'

/** Something unusual in which nothing is wrong. */
interface Oddity {
  /** Completes "in a run …". */
  readonly title: string
  /** Of which correct run. */
  readonly of: 'success' | 'failure'
  readonly vary: (run: SimulatedRun) => SimulatedRun
}

/** Gives each record a process, and counts in each from a number of its own. */
function amongProcesses(
  { run, records }: SimulatedRun,
  processOf: (record: EvidenceRecord, index: number) => string,
): SimulatedRun {
  const next = new Map<string, number>()
  const spread = records.map((record, index) => {
    const process = processOf(record, index)
    const seq = next.get(process) ?? process.length * 1000
    next.set(process, seq + 7)
    return { ...record, process, seq }
  })
  return { run, records: spread }
}

const PROCESSES: Record<Boundary, string> = {
  publish: 'producer',
  replay: 'replayer',
  consume: 'consumer',
  effect: 'consumer',
  dlq: 'consumer',
}

/** What failed is replayed by another process of the same run, which knows no more of the topics than their ends. */
function replayedWithin({ run, records }: SimulatedRun): SimulatedRun {
  const again = simulatedReplay(
    { run, records },
    { runId: run.runId, intents: [], partitions: 1, failing: null, redeliveries: 0 },
  )
  const later = again.records.map(record => {
    const before = records.filter(
      other => other.topic === record.topic && other.partition !== null && other.boundary !== 'consume',
    )
    const placed = records.find(other => other.intentId === record.intentId)?.partition ?? 0
    const end = Math.max(
      -1,
      ...before.filter(other => other.partition === placed).map(({ offset }) => offset ?? -1),
    )
    return {
      ...record,
      process: 'replayer',
      number: records.length + record.number,
      time: record.time + 3_600_000,
      partition: placed,
      offset: end + 1 + (record.offset ?? 0),
    }
  })
  return { run: { ...run, claims: { ok: true } }, records: [...records, ...later] }
}

export const ODDITIES: readonly Oddity[] = [
  {
    title: 'of several processes',
    of: 'failure',
    vary: simulated => amongProcesses(simulated, ({ boundary }) => PROCESSES[boundary]),
  },
  {
    title: 'whose consumer died after an effect, so that another was given the event again',
    of: 'success',
    vary: ({ run, records }) => {
      const handled = records.findLast(({ boundary }) => boundary === 'consume')
      const again = handled && {
        ...handled,
        process: 'orchestrator-2',
        seq: 0,
        number: records.length + 1,
        time: handled.time + 30_000,
      }
      return { run: { ...run, claims: { ok: true } }, records: again ? [...records, again] : records }
    },
  },
  {
    title: 'that published an event again because it heard nothing, and delivered both',
    of: 'success',
    vary: ({ run, records }) => {
      const [first] = records
      if (!first) return { run, records }
      const end = records.filter(
        ({ topic, partition, boundary }) =>
          topic === first.topic && partition === first.partition && boundary === 'publish',
      ).length
      const later = (boundary: Boundary, seq: number) => ({
        ...first,
        boundary,
        seq: records.length + seq,
        number: records.length + seq,
        offset: end,
      })
      return {
        run: { ...run, claims: { ok: true } },
        records: [...records, later('publish', 1), later('consume', 2)],
      }
    },
  },
  { title: 'that replays what failed in itself', of: 'failure', vary: replayedWithin },
  {
    title: 'without a broker, and so without partitions and offsets',
    of: 'failure',
    vary: ({ run, records }) => ({
      run: { ...run, broker: null },
      records: records.map(record => ({ ...record, partition: null, offset: null })),
    }),
  },
  {
    title: 'whose events bear ids that only their topic makes single',
    of: 'success',
    vary: ({ run, records }) => ({
      run,
      records: records.map(record => ({ ...record, value: { ...record.value, eventId: 'one' } })),
    }),
  },
]
