import type { Readable, Writable } from 'node:stream'
import { CANCEL_SYMBOL, cancel, confirm, log, select, text } from '@clack/prompts'
import { Interrupted } from '#scripts/failure.js'
import type { Ask } from './ask.ts'

/**
 * Asks a person at the terminal. Ctrl-C leaves.
 * @param streams where else to ask
 */
export function terminal(signal: AbortSignal, streams: { input?: Readable; output?: Writable } = {}): Ask {
  const common = { signal, ...streams }
  async function answered<T>(answer: Promise<T | typeof CANCEL_SYMBOL>): Promise<T> {
    const given = await answer
    if (given !== CANCEL_SYMBOL) return given
    cancel('Nothing is written.', common)
    throw new Interrupted()
  }
  return {
    choose: async <T extends string>(
      message: string,
      choices: readonly { value: T; label: string }[],
      initial?: T,
    ) => {
      const options = choices.map(({ label }, value) => ({ value, label }))
      const initialValue = Math.max(
        0,
        choices.findIndex(({ value }) => value === initial),
      )
      const chosen = choices[await answered(select<number>({ message, options, initialValue, ...common }))]
      if (!chosen) throw new RangeError(`${message}: no such choice`)
      return chosen.value
    },
    write: async (message, initialValue, check) => {
      const validate = (typed: string | undefined) => check(typed ?? '') ?? undefined
      return (await answered(text({ message, initialValue, validate, ...common }))) ?? ''
    },
    agree: message => answered(confirm({ message, initialValue: false, ...common })),
    tell: words => log.message(words, common),
  }
}
