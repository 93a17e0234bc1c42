import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { Admin } from '@platformatic/kafka'
import { filesIn } from '#orchestrator/files/places.ts'
import { GROUP } from '#orchestrator/operator/work-on.ts'
import { type Sighting, unpackSightings } from '#orchestrator/store/sighting-rules.ts'

/** The store of commands that run or were killed, looked at from outside. */
export interface StoreView {
  /** Settles when an effect has been written since the last look, and what follows waits; or when told to stop. */
  nextEffect(signal: AbortSignal): Promise<void>
  /** How many effects since the last look are of events that the group has not committed: they will come again. */
  uncommittedEffects(broker: string): Promise<number>
  close(): void
}

const LOOK_MS = 1

/** @param outputs where the commands keep their store */
export function viewStore(outputs: string): StoreView {
  const database = new DatabaseSync(filesIn(outputs).store, { readOnly: true })
  const last = database.prepare('SELECT rowid, sightings FROM record ORDER BY rowid DESC LIMIT 1')
  const waiting = database.prepare(
    'SELECT 1 FROM parcel INDEXED BY parcel_waiting WHERE is_caused AND sent IS NULL LIMIT 1',
  )
  const run = database.prepare('SELECT run_id FROM run WHERE finished_at IS NULL')
  const after = database.prepare('SELECT rowid, sightings FROM record WHERE rowid > ? ORDER BY rowid')
  const effectsIn = (row: Record<string, unknown>): Sighting[] =>
    unpackSightings(row['sightings'] as Uint8Array).filter(({ seen }) => seen.at(-1)?.boundary === 'effect')
  let looked = 0
  return {
    async nextEffect(signal) {
      while (!signal.aborted) {
        const row = last.get()
        if (row && Number(row['rowid']) > looked && waiting.get() && effectsIn(row).length > 0) return
        await wait(LOOK_MS)
      }
    },
    async uncommittedEffects(broker) {
      const rows = after.all(looked)
      const committed = await committedOffsets(broker, String(run.get()?.['run_id']))
      looked = Number(rows.at(-1)?.['rowid'] ?? looked)
      return rows
        .flatMap(effectsIn)
        .filter(
          ({ topic, partition, offset }) => Number(offset) >= (committed.get(`${topic}/${partition}`) ?? 0),
        ).length
    },
    close: () => database.close(),
  }
}

/** Of the run that the store has under way. */
async function committedOffsets(broker: string, runId: string): Promise<ReadonlyMap<string, number>> {
  const admin = new Admin({ clientId: 'test', bootstrapBrokers: [broker] })
  try {
    const [group] = await admin.listConsumerGroupOffsets({ groups: [`${GROUP}-${runId}`] })
    return new Map(
      (group?.topics ?? []).flatMap(({ name, partitions }) =>
        partitions.map(
          ({ partitionIndex, committedOffset }) =>
            [`${name}/${partitionIndex}`, Number(committedOffset)] as const,
        ),
      ),
    )
  } finally {
    await admin.close()
  }
}
