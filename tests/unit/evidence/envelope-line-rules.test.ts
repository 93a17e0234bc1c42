import { expect, test } from 'vitest'
import { withoutHeaders } from '#features/evidence/envelope-line-rules.ts'

const line = (key: string): string =>
  `{"process" : "worker-1", "seq" : 5, "key" : ${JSON.stringify(key)}, "headers" : {}, "attempt" : 1}`

test('an envelope’s line says nothing of headers', () => {
  expect(JSON.parse(withoutHeaders(line('intent-1')))).toEqual({
    process: 'worker-1',
    seq: 5,
    key: 'intent-1',
    attempt: 1,
  })
})

test('a key that reads like headers stays as it is', () => {
  const key = '"headers" : {}, '
  expect(JSON.parse(withoutHeaders(line(key)))).toEqual({ process: 'worker-1', seq: 5, key, attempt: 1 })
})
