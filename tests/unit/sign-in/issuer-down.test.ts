import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createIssuer } from '#features/access/issuer.ts'

const onEnd: (() => void)[] = []
afterEach(() => {
  for (const end of onEnd.splice(0)) end()
})

/** An issuer of which only this is known: how it answers. */
async function issuerThat(answers: RequestListener) {
  const state = { asked: 0 }
  const server = createServer((request, response) => {
    state.asked += 1
    answers(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onEnd.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const said: string[] = []
  const { port } = server.address() as AddressInfo
  const issuer = createIssuer({
    issuer: `http://127.0.0.1:${port}`,
    clientId: 'mza',
    clientSecret: 'secret',
    rolesClaim: 'roles',
    callback: 'http://127.0.0.1:3000/auth/callback',
    onFault: words => said.push(words),
  })
  return { issuer, state, said }
}

const json =
  (body: unknown): RequestListener =>
  (_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  }

describe('an issuer', () => {
  test.for<[string, RequestListener]>([
    ['breaks off', (_request, response) => response.destroy()],
    ['fails', (_request, response) => response.writeHead(500).end()],
    [
      'sends people elsewhere',
      (_request, response) => response.writeHead(302, { location: 'https://id.example' }).end(),
    ],
    ['says something else', (_request, response) => response.end('<h1>Welcome</h1>')],
    [
      'is called otherwise',
      json({ issuer: 'https://id.example', authorization_endpoint: 'https://id.example/auth' }),
    ],
    ['never answers', () => {}],
  ])('that %s cannot be gone to, and the log says why', { timeout: 30_000 }, async ([, answers]) => {
    const { issuer, said } = await issuerThat(answers)
    expect(await issuer.depart('ka')).toBe('unreachable')
    expect(said).toEqual([expect.stringMatching(/\w/)])
  })

  test('that does not answer is asked once for all who wait, and again for those who come later', async () => {
    const { issuer, state } = await issuerThat((_request, response) => response.writeHead(500).end())
    await Promise.all(Array.from({ length: 20 }, () => issuer.depart('ka')))
    expect(state.asked).toBe(1)
    await issuer.depart('ka')
    expect(state.asked).toBe(2)
  })
})
