import path from 'node:path'
import type { Boundary } from '#features/evidence/record-model.ts'
import { filesIn } from '#orchestrator/files/places.ts'
import { COMMANDS } from '#orchestrator/operator/commands.ts'
import { CHAIN_SEATS } from './seats.ts'

/** What a consumer does: only looks on at `kes.orchestrator.events`, or carries out the whole chain. */
export type ConsumerMode = 'looks-on' | 'chain'

export const BOUNDARIES: Readonly<Record<ConsumerMode, readonly Boundary[]>> = {
  'looks-on': ['consume'],
  chain: COMMANDS['kes-consumer'].boundaries,
}

export const SEATS: Readonly<Record<ConsumerMode, string>> = {
  'looks-on': 'kes-consumer-looks-on',
  chain: CHAIN_SEATS,
}

/** All that has effects in a folder has one store there, so that an event has one effect whoever is given it. */
export const storeIn = (folder: string, mode: ConsumerMode): string =>
  mode === 'chain' ? filesIn(folder).store : path.join(folder, `${SEATS[mode]}.sqlite`)
