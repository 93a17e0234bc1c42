import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLanes } from '#features/evidence/lane-rules.ts'
import { MAX_LANES, MAX_TOPICS } from '#features/evidence/limits-model.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'

const place = fc.record({
  boundary: fc.constantFrom(...BOUNDARIES),
  topic: fc.constantFrom('a', 'b', '0 a', 'null a', 'publish'),
  partition: fc.constantFrom(null, 0, 1, 10),
})

describe('lanes', () => {
  test('are numbered from 0 as they occur, one for each place, and count what was taken there', () => {
    fc.assert(
      fc.property(fc.array(place), places => {
        const lanes = createLanes()
        const numbers = places.map(({ boundary, topic, partition }) => lanes.take(boundary, topic, partition))
        const all = lanes.all()
        expect(all.map(({ lane }) => lane)).toEqual(all.map((_, index) => index))
        for (const [index, found] of numbers.entries())
          expect(all[found ?? -1]).toMatchObject(places[index] ?? {})
        for (const { lane, records } of all)
          expect(records).toBe(numbers.filter(number => number === lane).length)
        expect(
          new Set(all.map(({ boundary, topic, partition }) => JSON.stringify([boundary, topic, partition])))
            .size,
        ).toBe(all.length)
      }),
    )
  })

  test('are of sixty-four topics at most; known ones are taken on', () => {
    const lanes = createLanes()
    for (let topic = 0; topic < MAX_TOPICS; topic += 1)
      expect(lanes.take('publish', `topic-${topic}`, 0)).toBe(topic)
    expect(lanes.take('publish', 'one-more', 0)).toBeNull()
    expect(lanes.take('publish', 'topic-3', 0)).toBe(3)
    expect(lanes.all()).toHaveLength(MAX_TOPICS)
  })

  test('are ten thousand at most', () => {
    const lanes = createLanes()
    for (let partition = 0; partition < MAX_LANES; partition += 1) lanes.take('publish', 'a', partition)
    expect(lanes.take('publish', 'a', MAX_LANES)).toBeNull()
    expect(lanes.take('publish', 'a', 7)).toBe(7)
    expect(lanes.all()).toHaveLength(MAX_LANES)
  })
})
