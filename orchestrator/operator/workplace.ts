import { CHAIN_SEATS, isAnySeatTaken } from '#orchestrator/consumer/seats.ts'
import type { Environment } from '#orchestrator/env.ts'
import { filesIn } from '#orchestrator/files/places.ts'
import type { KafkaTransport } from '#orchestrator/kafka/kafka-transport.ts'
import { createLog, type Log } from '#orchestrator/log.ts'
import { openTransport } from '#orchestrator/operator/open-transport.ts'
import { openStore, type Store } from '#orchestrator/store/store.ts'
import type { Transport } from '#orchestrator/transport-model.ts'
import { Failure } from '#scripts/failure.js'
import { takeLock } from '#scripts/lock.js'

/** Of a folder. */
export const OPERATOR_LOCK = 'single-operator'

/** What a single operator's command works with, and no other one at the same time. */
export interface Workplace {
  readonly environment: Environment
  readonly store: Store
  readonly log: Log
  /** Opened when it is first asked for, so that a command may clear its files before. */
  transport(): Promise<Transport | KafkaTransport>
}

async function lock(folder: string): Promise<{ release: () => void }> {
  const taken = await takeLock(folder, OPERATOR_LOCK, 'a single operator’s command')
  if ('release' in taken) {
    // Looked for only now: a consumer takes its seat, then looks for the lock.
    if (!(await isAnySeatTaken(folder, CHAIN_SEATS))) return taken
    taken.release()
    throw new Failure(
      `A consumer carries out the chain in ${folder}.`,
      'Stop it (Ctrl-C, SIGTERM) and wait for its end, or set KES_OUTPUTS to another folder.',
    )
  }
  throw new Failure(
    `Another command of the single operator is at work in ${folder} (process ${taken.holder.pid}).`,
    'Wait for its end, or set KES_OUTPUTS to another folder.',
  )
}

/** Does a command's work at its place, and leaves that in order. */
export async function atWorkplace<Result>(
  environment: Environment,
  work: (place: Workplace) => Promise<Result>,
): Promise<Result> {
  const held = await lock(environment.outputsFolder)
  const store = openStore(filesIn(environment.outputsFolder).store)
  const log = createLog(environment.logLevel)
  let opened: Promise<Transport | KafkaTransport> | undefined
  const transport = () => {
    opened ??= openTransport(environment, log)
    return opened
  }
  try {
    return await work({ environment, store, log, transport })
  } finally {
    await opened?.then(open => open.close())
    store.close()
    log.flush()
    held.release()
  }
}
