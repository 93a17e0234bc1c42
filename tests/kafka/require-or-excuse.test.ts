import { expect, test } from 'vitest'
import { requireOrExcuse } from './require-or-excuse.ts'

// Told of no place where programs are, as if this machine had neither Java nor Maven.
test('without a Java the tests are not run and say why, unless Kafka is required', async () => {
  expect(await requireOrExcuse({ PATH: '' }, false)).toEqual({
    runtime: null,
    why: 'no Apache Kafka could be started: no Java 17 or newer was found',
  })
  await expect(requireOrExcuse({ PATH: '' }, true)).rejects.toThrow('no Java 17')
})
