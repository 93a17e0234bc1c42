import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '#scripts/failure.js'
import { lockHolder, takeLock } from '#scripts/lock.js'

/** Of those who carry out the chain. */
export const CHAIN_SEATS = 'kes-consumer-chain'

const MOST = 32
const ABOUT = 'a consumer'

/** Does something while no other consumer of a folder does it. */
export async function inTurn<Result>(
  folder: string,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const taken = await takeLock(folder, `${name}-turn`, ABOUT)
    if ('release' in taken) return work().finally(taken.release)
    await pause(50)
  }
}

/**
 * Takes one of the places at a run that consumers share; a killed process has left its own.
 * @throws {Failure} where all are taken
 */
export async function takeSeat(folder: string, name: string): Promise<{ release: () => void }> {
  for (let number = 1; number <= MOST; number += 1) {
    const taken = await takeLock(folder, `${name}-seat-${number}`, ABOUT)
    if ('release' in taken) return taken
  }
  throw new Failure(
    `${MOST} consumers are at work in ${folder} already.`,
    'Set KES_OUTPUTS to another folder.',
  )
}

/** Whether anyone sits at the run. */
export async function isAnySeatTaken(folder: string, name: string): Promise<boolean> {
  for (let number = 1; number <= MOST; number += 1)
    if (await lockHolder(folder, `${name}-seat-${number}`)) return true
  return false
}
