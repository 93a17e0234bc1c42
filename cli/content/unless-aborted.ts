import { Interrupted } from '#scripts/failure.js'

/** The outcome of some work, unless the operator interrupts first. The work itself is left to end by itself. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const interrupt = () => reject(new Interrupted())
    if (signal.aborted) interrupt()
    signal.addEventListener('abort', interrupt, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', interrupt))
  })
}
