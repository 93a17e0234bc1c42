import { describe, expect, test } from 'vitest'
import { ROLES } from '#features/access/role-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { scopeOf } from '#features/access/scope-rules.ts'
import { createSeal } from '#features/access/seal.ts'
import { LONGEST_NAME, readerOf, SESSION_SECONDS } from '#features/access/session-model.ts'

const EXIT = 'the-way-out-of-this-session'

describe('a session', () => {
  test('is that of a reader with the scope its roles give', () => {
    expect(readerOf({ roles: ['SRE_LEAD', 'REVIEWER'], name: null, exit: EXIT })).toEqual({
      scope: 'reviewer',
      roles: ['SRE_LEAD', 'REVIEWER'],
      name: null,
      exit: EXIT,
    })
  })

  test.for([
    ['nothing', null],
    ['no role', { roles: [], name: null, exit: EXIT }],
    ['roles that there are not any more', { roles: ['SHAMAN'], name: null, exit: EXIT }],
    ['a scope and no role', { scope: 'admin', roles: [], name: null, exit: EXIT }],
    ['no way out', { roles: ['REVIEWER'], name: null }],
    ['what was sealed for something else', { state: 'a', nonce: 'b', verifier: 'c', back: '/ka' }],
  ])('with %s is a guest', ([, content]) => {
    expect(readerOf(content)).toBeNull()
  })

  test('never lets anyone see by more than their roles give, whatever scope it names', () => {
    for (const role of ROLES)
      for (const viewAs of SCOPES) {
        const own = scopeOf([role])
        const reader = readerOf({ roles: [role], name: null, exit: EXIT, viewAs })
        const seen = own === 'admin' ? viewAs : own
        expect(reader).toMatchObject({ scope: seen })
        expect(SCOPES.indexOf(seen)).toBeLessThanOrEqual(SCOPES.indexOf(own))
        expect(reader && 'viewAs' in reader).toBe(seen !== own)
      }
    expect(readerOf({ roles: ['GOVERNANCE_ADMIN'], name: null, exit: EXIT, viewAs: 'root' })).toBeNull()
  })

  test('lasts half a day, and fits a cookie with every role and the longest name', async () => {
    expect(SESSION_SECONDS).toBe(43_200)
    const seal = createSeal({ keys: ['k'.repeat(32)], purpose: 'session' })
    const session = { roles: ROLES, name: 'ქ'.repeat(LONGEST_NAME), exit: EXIT }
    const sealed = await seal.close(session, SESSION_SECONDS)
    expect(sealed.length).toBeLessThan(2048)
    expect(readerOf(await seal.open(sealed))).toMatchObject({ scope: 'admin', name: session.name })
  })
})
