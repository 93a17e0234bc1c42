import { expect, test } from 'vitest'
import { judgeHost } from '#server/host.ts'

const local = 'http://127.0.0.1:3000'
const open = 'https://mza.example'

test.each([
  ['127.0.0.1:3000', local, 'serve'],
  ['mza.example', open, 'serve'],
  ['MZA.example', open, 'serve'],
  ['localhost:3000', local, 'redirect'],
  ['[::1]:3000', local, 'redirect'],
  ['127.0.0.1:8080', local, 'redirect'],
  ['localhost', open, 'refuse'],
  ['elsewhere.example', local, 'refuse'],
  ['127.0.0.1.elsewhere.example', local, 'refuse'],
  ['mza.example:8443', open, 'refuse'],
  [undefined, open, 'refuse'],
] as const)('a request for %s of the portal at %s: %s', (host, origin, verdict) => {
  expect(judgeHost(host, origin)).toBe(verdict)
})
