import { encodeAnswer } from '#server/answer.ts'
import type { Editions } from '#server/edition.ts'
import type { PageCache } from '#server/page-cache.ts'
import type { RenderQueue } from '#server/render-queue.ts'

/** A page cache that keeps nothing and does the rest: the queue, two looks at the content's revision, encoding. */
export const forgetful = (editions: Editions, queue: RenderQueue): PageCache => ({
  async get(_target, work, urgency = 'reader') {
    const edition = await editions.confirm()
    const answer = await encodeAnswer(await queue.run(work, urgency))
    await editions.confirm()
    return { answer, edition, source: 'rendered' }
  },
  pass: work => queue.run(work, 'reader'),
  has: () => false,
  bytes: 0,
  answers: 0,
})
