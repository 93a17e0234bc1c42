import { describe, expect, test } from 'vitest'
import { createRenderQueue } from '#server/render-queue.ts'

/** Work that ends when it is told to. */
function work(name: string, log: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const begin = () => {
    log.push(name)
    return promise
  }
  return { begin, end: () => resolve(name), fail: () => reject(new Error(name)) }
}

const settled = () => new Promise(resolve => setImmediate(resolve))

describe('the queue of renderings', () => {
  test('runs four at a time, and the next as soon as one has ended, well or badly', async () => {
    const queue = createRenderQueue()
    const begun: string[] = []
    const works = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => work(name, begun))
    const results = works.map(({ begin }) => queue.run(begin, 'reader').catch(String))
    await settled()
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
    expect([queue.running, queue.waiting]).toEqual([4, 2])
    works[0]?.end()
    works[1]?.fail()
    await settled()
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    for (const { end } of works) end()
    expect(await Promise.all(results)).toEqual(['a', 'Error: b', 'c', 'd', 'e', 'f'])
    expect([queue.running, queue.waiting]).toEqual([0, 0])
  })

  test('lets readers go before what is made in advance', async () => {
    const queue = createRenderQueue()
    const begun: string[] = []
    const first = ['a', 'b', 'c', 'd'].map(name => work(name, begun))
    const early = work('in advance', begun)
    const late = work('reader', begun)
    const all = [
      ...first.map(({ begin }) => queue.run(begin, 'reader')),
      queue.run(early.begin, 'warming'),
      queue.run(late.begin, 'reader'),
    ]
    await settled()
    for (const { end } of [...first, late, early]) end()
    await Promise.all(all)
    expect(begun.slice(4)).toEqual(['reader', 'in advance'])
  })

  test('gives up what takes too long, and goes on', async () => {
    const queue = createRenderQueue(20)
    const never = Array.from({ length: 4 }, () => queue.run(() => new Promise<never>(() => {}), 'reader'))
    const waiting = queue.run(async () => 'too late', 'reader')
    await Promise.all([
      ...never.map(run => expect(run).rejects.toThrow('No rendering within 20 ms')),
      expect(waiting.then(() => 'served', String)).resolves.toMatch(
        /served|No turn to be rendered within 20 ms/,
      ),
    ])
    expect(await queue.run(async () => 'next', 'reader')).toBe('next')
    expect([queue.running, queue.waiting]).toEqual([0, 0])
  })

  test('gives what is made in advance a turn now and then, however many readers wait', async () => {
    const queue = createRenderQueue()
    const done: string[] = []
    const all = Array.from({ length: 60 }, () => queue.run(async () => done.push('reader'), 'reader'))
    all.push(queue.run(async () => done.push('in advance'), 'warming'))
    await Promise.all(all)
    expect(done.indexOf('in advance')).toBeLessThan(20)
  })

  test('refuses those who would wait for too long', async () => {
    const queue = createRenderQueue()
    const { begin, end } = work('a', [])
    const taken = Array.from({ length: 4 + 128 }, () => queue.run(begin, 'reader'))
    await expect(queue.run(begin, 'reader')).rejects.toThrow('Too many readers')
    end()
    expect(new Set(await Promise.all(taken))).toEqual(new Set(['a']))
  })
})
