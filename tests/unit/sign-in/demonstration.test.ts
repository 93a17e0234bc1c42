import fs from 'node:fs'
import http from 'node:http'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { ACCOUNTS } from '#cli/issuer/accounts.ts'
import { startDemonstrationIssuer } from '#cli/issuer/demonstration-issuer.ts'
import { demonstrationSettings } from '#cli/issuer/demonstration-settings.ts'
import { ROLES } from '#features/access/role-model.ts'
import { directionOf } from '#features/localization/direction-rules.ts'
import { freePort } from '#scripts/port.js'
import { openBrowser } from './browser.ts'

const ORIGIN = 'http://127.0.0.1:3000'
const onEnd: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of onEnd.splice(0)) await end()
})

async function start() {
  const port = await freePort()
  const settings = demonstrationSettings(port)
  const { close } = await startDemonstrationIssuer(settings, ORIGIN)
  onEnd.push(close)
  const departure = (locale: string, more: Record<string, string> = {}) =>
    `${settings.issuer}/auth?${new URLSearchParams({
      client_id: settings.clientId,
      redirect_uri: `${ORIGIN}/auth/callback`,
      response_type: 'code',
      scope: 'openid profile',
      state: 'state',
      nonce: 'nonce',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      ui_locales: locale,
      ...more,
    })}`
  return { port, settings, departure }
}

describe('the demonstration issuer', () => {
  test.for(['ka', 'en', 'ar'] as const)(
    'says in Georgian and English what it is, on a page in %s with an account for each role',
    async locale => {
      const { departure } = await start()
      const browser = openBrowser()
      const { location } = await browser.visit(departure(locale))
      const { status, body, headers } = await browser.visit(location ?? '')
      expect(status).toBe(200)
      expect(body).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`)
      expect(body).toMatch(
        /<p lang="ka" dir="ltr">ეს საჩვენებელი სისტემაა\..*<p lang="en" dir="ltr">This is a demonstration\./s,
      )
      for (const role of ROLES) expect(body).toContain(`>${role}</a>`)
      expect(ACCOUNTS).toHaveLength(ROLES.length + 1)
      expect(body).not.toMatch(/<script|<form|style=|https?:/)
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  test('marks the page of a sign-in that nobody began, which has no script either', async () => {
    const { settings } = await start()
    for (const path of ['/choose/x', '/choose/x/reviewer', '/auth', '/auth/x']) {
      const { status, body } = await openBrowser().visit(settings.issuer + path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(body).toContain('This is a demonstration.')
      expect(body).not.toMatch(/<script|<form/)
    }
  })

  test('lets nobody choose for a sign-in of another browser', async () => {
    const { departure } = await start()
    const { location } = await openBrowser().visit(departure('ka'))
    expect(await openBrowser().visit(`${location}/governance_admin`)).toMatchObject({
      status: 400,
      location: null,
    })
  })

  test('sends people back to its portal alone, and only with PKCE', async () => {
    const { departure } = await start()
    const elsewhere = await openBrowser().visit(departure('ka', { redirect_uri: 'https://evil.example' }))
    expect(elsewhere).toMatchObject({ status: 400, location: null })
    const plain = await openBrowser().visit(
      departure('ka', { code_challenge: '', code_challenge_method: '' }),
    )
    expect(plain.location).toMatch(/error=invalid_request/)
  })

  test('answers by no other name, so that no other site can lead a browser to it', async () => {
    const { port } = await start()
    const status = await new Promise(resolve => {
      http.get({ port, host: '127.0.0.1', headers: { host: `evil.example:${port}` } }, answer => {
        answer.resume()
        resolve(answer.statusCode)
      })
    })
    expect(status).toBe(421)
  })

  test('is not to be had for a portal that others reach', async () => {
    for (const origin of [
      'https://mza.example',
      'http://10.0.0.1:3000',
      'http://127.0.0.1.evil.example',
      'http://[::2]:3000',
    ])
      await expect(startDemonstrationIssuer(demonstrationSettings(await freePort()), origin)).rejects.toThrow(
        'this machine alone',
      )
  })

  test('is not to be had at an address that others reach', async () => {
    for (const issuer of ['http://0.0.0.0:3001', 'http://[::]:3001', 'https://id.example'])
      await expect(
        startDemonstrationIssuer({ ...demonstrationSettings(3001), issuer }, ORIGIN),
      ).rejects.toThrow('this machine alone')
  })

  test('is no part of the web process', () => {
    const project = path.resolve(import.meta.dirname, '../../..')
    const sources = ['app', 'components', 'features', 'prisma', 'server'].flatMap(folder =>
      fs.globSync(`${folder}/**/*.{ts,tsx}`, { cwd: project }),
    )
    expect(sources.length).toBeGreaterThan(400)
    const using = sources.filter(file =>
      /'oidc-provider|'#cli\//.test(fs.readFileSync(path.join(project, file), 'utf8')),
    )
    expect(using).toEqual([])
  })

  test('cannot be reached by another address of this machine', async () => {
    const { port } = await start()
    const others = Object.values(networkInterfaces())
      .flatMap(found => found ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of others)
      await expect(fetch(`http://${address}:${port}/auth`)).rejects.toThrow('fetch failed')
  })
})
