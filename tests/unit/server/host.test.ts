import { expect, test } from 'vitest'
import { judgeHost, wantedOf } from '#server/host.ts'

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
] as const)('a request for %s of the portal at %s: %s', (host, origin, verdict) => {
  expect(judgeHost(host, new URL(origin).host)).toBe(verdict)
})

test.each([
  ['the one it names', '/ka', ['Host', 'mza.example'], 'mza.example', '/ka'],
  ['none where it names none', '/ka', ['Accept', 'Host'], null, '/ka'],
  ['none where it names two', '/ka', ['Host', 'mza.example', 'HOST', 'elsewhere.example'], null, '/ka'],
  ['that of its target', 'http://mza.example/ka?x', ['Host', 'elsewhere.example'], 'mza.example', '/ka?x'],
  ['that of a target without a path', 'HTTPS://mza.example?x', [], 'mza.example', '/?x'],
  [
    'none that stands in a query',
    '/ka?http://elsewhere.example/',
    ['host', 'mza.example'],
    'mza.example',
    '/ka?http://elsewhere.example/',
  ],
])('a request is for %s', (_, url, rawHeaders, host, target) => {
  expect(wantedOf({ url, rawHeaders })).toEqual({ host, target })
})
