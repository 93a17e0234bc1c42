import type { Transport } from '#orchestrator/transport-model.ts'

/**
 * A transport that hands on the records of some intents alone: on a broker that others use too, a run must neither
 * handle nor record what is theirs.
 */
export const ownIntents = (transport: Transport, intents: ReadonlySet<string>): Transport => ({
  ...transport,
  consume: options =>
    transport.consume({
      ...options,
      handle: async batch => {
        const own = batch.filter(({ key }) => key !== null && intents.has(key))
        if (own.length > 0) await options.handle(own)
      },
    }),
})
