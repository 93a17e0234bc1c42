import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseEnvironment } from '#cli/env.ts'
import { type Entrance, openEntrance } from '#cli/portal/entrance.ts'
import { freePort } from '#scripts/port.js'

const OIDC = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'mza', OIDC_CLIENT_SECRET: 'hush' }
const KEYS = { MZA_SESSION_KEYS: `${'n'.repeat(32)},${'o'.repeat(32)}` }

let folder: string
let opened: Entrance | null
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-entrance-'))
  opened = null
})
afterEach(async () => {
  await opened?.close()
  fs.rmSync(folder, { recursive: true })
})

async function open(variables: Record<string, string>) {
  opened = await openEntrance(parseEnvironment(variables, '/project'), folder)
  return opened
}

/** A port with a free one after it. */
async function portBeforeFree(): Promise<string> {
  return String((await freePort()) - 1)
}

describe('where people sign in', () => {
  it('is the issuer that is configured, with the keys that are', async () => {
    expect(await open({ ...OIDC, ...KEYS, MZA_ORIGIN: 'https://mza.example' })).toMatchObject({
      settings: {
        issuer: 'https://id.example',
        rolesClaim: 'roles',
        sessionKeys: ['n'.repeat(32), 'o'.repeat(32)],
      },
      words: 'on every page, at https://id.example',
    })
  })

  it('is a demonstration on the next port where none is, on this machine', async () => {
    const PORT = await portBeforeFree()
    const { settings, words, ready } = await open({ PORT })
    await ready
    expect(settings?.issuer).toBe(`http://127.0.0.1:${Number(PORT) + 1}`)
    expect(words).toContain('demonstration')
    const { issuer } = await (await fetch(`${settings?.issuer}/.well-known/openid-configuration`)).json()
    expect(issuer).toBe(settings?.issuer)
  })

  it.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.2' },
    { HOST: 'mza.example' },
    { MZA_ORIGIN: 'https://mza.example' },
    { HOST: '0.0.0.0', MZA_ORIGIN: 'http://127.0.0.1:3000' },
    { MZA_ORIGIN: 'http://127.0.0.1.nip.example' },
  ])('is nowhere without an issuer and off this machine: %o', async variables => {
    const PORT = await portBeforeFree()
    expect((await open({ PORT, ...variables })).settings).toBeNull()
    await expect(fetch(`http://127.0.0.1:${Number(PORT) + 1}/`)).rejects.toThrow()
  })

  it('is nowhere while the next port is somebody else’s, and that is said', async () => {
    const server = net.createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    const { port } = server.address() as net.AddressInfo
    const { settings, words } = await open({ PORT: String(port - 1) })
    server.close()
    expect(settings).toBeNull()
    expect(words).toContain(`port ${port}`)
  })

  it('is nowhere where the next port is the operators’', async () => {
    const PORT = await portBeforeFree()
    expect((await open({ PORT, MZA_OPS_PORT: String(Number(PORT) + 1) })).settings).toBeNull()
  })

  it('keeps a made key, readable by its owner alone, so that a new start signs nobody out', async () => {
    const first = (await open(OIDC)).settings?.sessionKeys
    expect(first?.[0]?.length).toBeGreaterThanOrEqual(43)
    expect((await open(OIDC)).settings?.sessionKeys).toEqual(first)
    expect(fs.statSync(path.join(folder, 'state.json')).mode & 0o777).toBe(0o600)
  })
})

describe('the environment of signing in', () => {
  const problems = (variables: Record<string, string>) => () => parseEnvironment(variables, '/project')

  it('names what an issuer lacks', () => {
    expect(problems({ OIDC_ISSUER: 'https://id.example', HOST: '0.0.0.0' })).toThrow(
      /OIDC_CLIENT_ID: is needed.*\n.*OIDC_CLIENT_SECRET: is needed.*\n.*MZA_SESSION_KEYS: is needed/,
    )
  })

  it('needs keys where others than this machine’s readers come', () => {
    expect(problems(OIDC)).not.toThrow()
    expect(problems({ ...OIDC, MZA_ORIGIN: 'https://mza.example' })).toThrow(/MZA_SESSION_KEYS/)
    expect(problems({ ...OIDC, ...KEYS, MZA_ORIGIN: 'https://mza.example' })).not.toThrow()
  })

  it('needs an encrypted connection to whoever signs in', () => {
    expect(problems({ ...OIDC, ...KEYS, MZA_ORIGIN: 'http://mza.example' })).toThrow(/MZA_ORIGIN: must begin/)
    expect(problems({ ...OIDC, MZA_ORIGIN: 'http://localhost:3000' })).not.toThrow()
  })

  it.each(['ftp://id.example', 'http://id.example', 'id.example'])('refuses %s as an issuer', OIDC_ISSUER => {
    expect(problems({ ...OIDC, OIDC_ISSUER })).toThrow(/OIDC_ISSUER/)
  })

  it.each(['short', ',', `${'n'.repeat(32)},short`])('refuses %s as keys', MZA_SESSION_KEYS => {
    expect(problems({ MZA_SESSION_KEYS })).toThrow(/MZA_SESSION_KEYS/)
  })
})
