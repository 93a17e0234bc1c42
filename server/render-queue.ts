/** Renderings at a time: more of them would only share one thread and the few connections to the database. */
const AT_A_TIME = 4
/** Readers that may wait for a rendering. */
const WAITING = 128
/** Milliseconds after which waiting, and again a rendering, is given up. */
const PATIENCE = 8000
/** One turn in so many is for what is made in advance, however many readers wait. */
const SHARE = 8

/** Who waits: readers go before pages that are made in advance. */
export type Urgency = 'reader' | 'warming'

export interface RenderQueue {
  /** @throws {Error} when too many wait already, or when the turn or the work takes too long, or the work fails */
  run<T>(work: () => Promise<T>, urgency: Urgency): Promise<T>
  readonly running: number
  readonly waiting: number
}

export function createRenderQueue(patience = PATIENCE): RenderQueue {
  const readers = new Set<() => void>()
  const warming = new Set<() => void>()
  let running = 0
  let turns = 0

  async function turn(urgency: Urgency): Promise<void> {
    const line = urgency === 'reader' ? readers : warming
    if (running < AT_A_TIME) running += 1
    else if (line.size < WAITING) await standIn(line)
    else throw new Error('Too many readers wait for a rendering.')
  }

  const standIn = (line: Set<() => void>) =>
    new Promise<void>((resolve, reject) => {
      const next = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        line.delete(next)
        reject(new Error(`No turn to be rendered within ${patience} ms.`))
      }, patience)
      line.add(next)
    })

  /** Hands a turn over to whoever has waited longest, or back. */
  function pass(): void {
    turns += 1
    const [first, second] = turns % SHARE === 0 ? [warming, readers] : [readers, warming]
    const line = first.size > 0 ? first : second
    for (const next of line) {
      line.delete(next)
      next()
      return
    }
    running -= 1
  }

  return {
    async run(work, urgency) {
      await turn(urgency)
      try {
        return await within(patience, work())
      } finally {
        pass()
      }
    },
    get running() {
      return running
    },
    get waiting() {
      return readers.size + warming.size
    },
  }
}

/** @throws {Error} when the promise has not settled after some milliseconds */
async function within<T>(patience: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No rendering within ${patience} ms.`)), patience)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
