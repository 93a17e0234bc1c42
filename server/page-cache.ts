import { LRUCache } from 'lru-cache'
import { type Answer, type EncodedAnswer, encodeAnswer } from '#server/answer.ts'
import type { Edition, Editions } from '#server/edition.ts'
import type { RenderQueue, Urgency } from '#server/render-queue.ts'

/** An answer, and the edition of the content that it was made of. */
export interface Kept {
  readonly answer: EncodedAnswer
  readonly edition: Edition
}

/** How an answer was come by: kept, made now, or kept from before because none can be made now. */
export type Source = 'hit' | 'rendered' | 'stale'

export interface Served extends Kept {
  readonly source: Source
}

/** Neither can the answer be made now, nor is one kept that is recent enough. */
export class Unavailable extends Error {}

/** For how long, in milliseconds, an answer of an edition that may be outdated is better than none. */
const STALE_FOR = 24 * 3_600_000

/** Of the bound in bytes, one part in so many is for addresses that anybody can make any number of. */
const PASSING = 16

/** How often content may change under one rendering before it is given up. */
const ATTEMPTS = 3

export interface PageCacheOptions {
  readonly editions: Editions
  readonly queue: RenderQueue
  /** Bound in bytes, for core pages and again for all others. */
  readonly bytes: number
  /** Whether an address is one of those that no other may displace. */
  readonly isCore: (target: string) => boolean
  /** Whether an address is one of those that anybody can make any number of; they share a small bound of their own. */
  readonly isPassing?: (target: string) => boolean
  readonly onFault: (target: string, fault: unknown) => void
  readonly now?: () => number
}

export type PageCache = ReturnType<typeof createPageCache>

/** Answers by address, each good for one edition; older ones stay for the time when no newer can be made. */
export function createPageCache({
  editions,
  queue,
  bytes,
  isCore,
  isPassing = () => false,
  onFault,
  now = Date.now,
}: PageCacheOptions) {
  const core = boundedBy(bytes)
  const others = boundedBy(bytes)
  const passing = boundedBy(bytes / PASSING)
  const flights = new Map<string, Promise<Kept>>()

  const isGood = (kept: Kept | undefined): kept is Kept =>
    kept !== undefined && now() - kept.edition.confirmedAt <= STALE_FOR

  const find = (target: string): Kept | null => {
    const kept = core.get(target) ?? others.get(target) ?? passing.get(target)
    return isGood(kept) ? kept : null
  }

  function keep(target: string, kept: Kept): void {
    core.delete(target)
    others.delete(target)
    passing.delete(target)
    if (isCore(target)) core.set(target, kept)
    else if (kept.answer.status < 400) (isPassing(target) ? passing : others).set(target, kept)
  }

  /** Renders between two looks at the content that agree, so that the answer is of one edition throughout. */
  async function make(work: () => Promise<Answer>, urgency: Urgency) {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const made = await queue.run(async () => {
        const edition = editions.current()
        // While this waited for its turn, the content may have gone away.
        if (!edition) throw new Error('The content cannot be read.')
        return { edition, answer: await work() }
      }, urgency)
      if ((await editions.confirm()) === made.edition) return made
    }
    throw new Error('The content changed faster than it could be rendered.')
  }

  async function fly(target: string, work: () => Promise<Answer>, urgency: Urgency): Promise<Kept> {
    const { edition, answer } = await make(work, urgency)
    const kept = { edition, answer: await encodeAnswer(answer) }
    keep(target, kept)
    return kept
  }

  /** One rendering of an address at a time; a reader does not wait for one that waits for readers. */
  function join(target: string, work: () => Promise<Answer>, urgency: Urgency): Promise<Kept> {
    const name = `${urgency} ${target}`
    const flight = flights.get(name) ?? fly(target, work, urgency).finally(() => flights.delete(name))
    flights.set(name, flight)
    return flight
  }

  function stale(target: string): Served {
    const kept = find(target)
    if (!kept) throw new Unavailable()
    return { ...kept, source: 'stale' }
  }

  return {
    /**
     * What is kept of the newest edition, else what `work` makes, else the last that was good.
     * @throws {Unavailable} where there is none
     */
    async get(target: string, work: () => Promise<Answer>, urgency: Urgency = 'reader'): Promise<Served> {
      const newest = editions.current()
      if (!newest) return stale(target)
      const kept = find(target)
      if (kept?.edition === newest) return { ...kept, source: 'hit' }
      try {
        return { ...(await join(target, work, urgency)), source: 'rendered' }
      } catch (fault) {
        onFault(target, fault)
        return stale(target)
      }
    },

    /**
     * What `work` makes, of one edition too, kept for nobody: it is one reader's.
     * @throws {Unavailable} where it cannot be made now
     */
    async pass(work: () => Promise<Answer>): Promise<Answer> {
      if (!editions.current()) throw new Unavailable()
      try {
        return (await make(work, 'reader')).answer
      } catch (fault) {
        onFault('', fault)
        throw new Unavailable()
      }
    },

    /** Whether some answer, fresh or not, could be given without rendering. */
    has: (target: string): boolean =>
      isGood(core.peek(target) ?? others.peek(target) ?? passing.peek(target)),
    get bytes() {
      return core.calculatedSize + others.calculatedSize + passing.calculatedSize
    },
    get answers() {
      return core.size + others.size + passing.size
    },
  }
}

/** What an entry costs beside its bodies, roughly. */
const OVERHEAD = 1024

const boundedBy = (bytes: number) =>
  new LRUCache<string, Kept>({
    maxSize: bytes,
    sizeCalculation: ({ answer }, target) => bytesOf(answer, target),
  })

/** What keeping an answer under a name costs, in bytes, roughly. */
export const bytesOf = ({ variants }: EncodedAnswer, name: string): number =>
  [...new Set(Object.values(variants).map(({ body }) => body))].reduce(
    (sum, body) => sum + body.length,
    OVERHEAD + 2 * name.length,
  )
