import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimedRoles } from '#features/access/claimed-roles-rules.ts'

describe('the roles that an issuer claims', () => {
  test.for([
    ['a list', { roles: ['SRE_LEAD', 'REVIEWER'] }, 'roles'],
    ['a text of several', { roles: 'REVIEWER, SRE_LEAD' }, 'roles'],
    ['a claim within a claim', { realm_access: { roles: ['REVIEWER', 'SRE_LEAD'] } }, 'realm_access.roles'],
    [
      'a claim named by an address',
      { 'https://id.example/roles': ['SRE_LEAD', 'REVIEWER'] },
      'https://id.example/roles',
    ],
    ['a list that repeats itself', { roles: ['SRE_LEAD', 'REVIEWER', 'SRE_LEAD'] }, 'roles'],
  ] as const)('are read from %s', ([, claims, name]) => {
    expect(claimedRoles(claims, name)).toEqual({ known: ['SRE_LEAD', 'REVIEWER'], unknown: 0 })
  })

  test.for([
    ['other names', ['reviewer', 'Sre_Lead', 'ADMIN', 'constructor']],
    ['what is no name', [1, null, { REVIEWER: true }, ['REVIEWER']]],
  ] as const)('are none where there are only %s, and are counted', ([, roles]) => {
    expect(claimedRoles({ roles }, 'roles')).toMatchObject({ known: [] })
    expect(claimedRoles({ roles }, 'roles')?.unknown).toBeGreaterThan(0)
  })

  test('are not known where the claim is missing', () => {
    for (const claims of [{}, { roles: null }, { realm_access: 'x' }, { realm_access: {} }])
      for (const name of ['roles', 'realm_access.roles', 'constructor', '__proto__.roles'])
        expect(claimedRoles(claims, name)).toBeNull()
  })

  test('never hold a role that the issuer did not name, whatever it sends', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const found = claimedRoles({ roles: value }, 'roles')
        for (const role of found?.known ?? []) expect(JSON.stringify(value)).toContain(role)
      }),
    )
  })
})
