import { chmodSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/unit/orchestrator/temporary.ts'
import { requireOrExcuse } from './require-or-excuse.ts'

const { signal } = new AbortController()

// Told of no place where programs are, as if this machine had neither Java nor Maven.
test('without a Java the tests are not run and say why, unless Kafka is required', async () => {
  expect(await requireOrExcuse({ PATH: '' }, false, signal)).toEqual({
    runtime: null,
    why: 'no Apache Kafka could be started: no Java 17 or newer was found',
  })
  await expect(requireOrExcuse({ PATH: '' }, true, signal)).rejects.toThrow('no Java 17')
})

test('where the jars do not come in time, nobody waits for them', async () => {
  const PATH = temporaryFolder()
  const java = path.join(PATH, 'java')
  writeFileSync(java, '#!/bin/sh\necho "java.specification.version = 17 "\n')
  chmodSync(java, 0o755)
  expect(await requireOrExcuse({ PATH }, false, AbortSignal.abort())).toEqual({
    runtime: null,
    why: 'no Apache Kafka could be started: its jars did not come in time',
  })
  await expect(requireOrExcuse({ PATH }, true, AbortSignal.abort())).rejects.toThrow('did not come in time')
})
