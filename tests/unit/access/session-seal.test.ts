import { expect, test } from 'vitest'
import { sessionSeal } from '#features/access/session-seal.ts'

const KEYS = ['a key that both of them know, of 32']
const sealOf = (issuer: string, origin = 'https://mza.example') =>
  sessionSeal({ issuer, sessionKeys: KEYS }, origin)

test('a session is of the portal, and of the issuer that vouched for its reader', async () => {
  const sealed = await sealOf('http://127.0.0.1:3001').close({ roles: ['GOVERNANCE_ADMIN'] }, 60)
  expect(await sealOf('http://127.0.0.1:3001').open(sealed)).toMatchObject({ roles: ['GOVERNANCE_ADMIN'] })
  expect(await sealOf('https://id.example').open(sealed)).toBeNull()
  expect(await sealOf('http://127.0.0.1:3001', 'https://other.example').open(sealed)).toBeNull()
})
