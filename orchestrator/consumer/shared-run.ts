import type { WrittenBundle } from '#orchestrator/bundle/write-bundle.ts'
import type { Environment } from '#orchestrator/env.ts'
import type { Log } from '#orchestrator/log.ts'
import type { RunUnderWay } from '#orchestrator/store/runs.ts'
import { openStore, type Store } from '#orchestrator/store/store.ts'
import type { BrokerDescription, Transport } from '#orchestrator/transport-model.ts'
import { endSharedRun, type SharedPlace } from './end-shared-run.ts'
import { type ConsumerMode, SEATS, storeIn } from './mode-model.ts'
import { openSharedRun } from './open-shared-run.ts'
import { inTurn, isAnySeatTaken, takeSeat } from './seats.ts'

/** A run that consumers of one folder share: whoever comes takes part in it, who leaves last writes its bundle. */
export interface SharedRun {
  readonly run: RunUnderWay
  readonly store: Store
  /** Whether nobody was at work on it when this one came. */
  readonly isFirst: boolean
  /** Null where others go on, or nothing was recorded. */
  leave(broker: BrokerDescription | null): Promise<WrittenBundle | null>
  /** Leaves without a word, as after a failure: the run waits for the next consumer. */
  abandon(): void
}

/** Takes a seat, then opens the run: who excludes consumers looks for their seats once it holds its own lock. */
async function sitDown(place: SharedPlace, args: readonly string[], transport: Transport) {
  const folder = place.environment.outputsFolder
  const seats = SEATS[place.mode]
  const isFirst = !(await isAnySeatTaken(folder, seats))
  const seat = await takeSeat(folder, seats)
  try {
    return { seat, isFirst, run: await openSharedRun(place, isFirst, args, transport) }
  } catch (error) {
    seat.release()
    throw error
  }
}

/**
 * Takes part in the run of a folder; one that killed consumers left is gone on with.
 * @throws {Failure} where it cannot be, with what is in the way
 */
export async function joinRun(
  mode: ConsumerMode,
  { environment, transport, log }: { environment: Environment; transport: Transport; log: Log },
  args: readonly string[],
): Promise<SharedRun> {
  const folder = environment.outputsFolder
  const store = openStore(storeIn(folder, mode))
  const place = { mode, environment, store, log }
  const { seat, isFirst, run } = await inTurn(folder, SEATS[mode], () =>
    sitDown(place, args, transport),
  ).catch((error: unknown) => {
    store.close()
    throw error
  })
  return {
    run,
    store,
    isFirst,
    abandon() {
      seat.release()
      store.close()
    },
    leave: broker =>
      inTurn(folder, SEATS[mode], async () => {
        seat.release()
        return (await isAnySeatTaken(folder, SEATS[mode])) ? null : endSharedRun(place, run, broker, true)
      }).finally(() => store.close()),
  }
}
