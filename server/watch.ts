import type { Edition, Editions } from '#server/edition.ts'

/** Milliseconds between two looks at the content's revision. */
const PERIOD = 500

export interface WatchOptions {
  readonly editions: Editions
  /** Called with every look that succeeds. */
  readonly onSight: (edition: Edition) => void
  /** Called when looks begin to fail. */
  readonly onLost: (fault: unknown) => void
  /** Called when they succeed again. */
  readonly onFound: () => void
}

export interface Watch {
  /** Settles after the first look, however it went. */
  readonly begun: Promise<void>
  stop(): void
}

/** Looks at the content's revision again and again. Whatever fails, it goes on looking. */
export function watchContent({ editions, onSight, onLost, onFound }: WatchOptions): Watch {
  let timer: NodeJS.Timeout | undefined
  let isLost = false
  let isStopped = false

  async function look(): Promise<void> {
    try {
      const edition = await editions.confirm()
      if (isLost) onFound()
      isLost = false
      onSight(edition)
    } catch (fault) {
      if (!isLost) onLost(fault)
      isLost = true
    }
    if (!isStopped) timer = setTimeout(look, PERIOD)
  }

  return {
    begun: look(),
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
