import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OWNER_ROLES, ROLES } from '#features/access/role-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { scopeOf, scopesOf } from '#features/access/scope-rules.ts'

describe('the scope of a reader', () => {
  test.for([
    ...OWNER_ROLES.map(role => [role, 'owner'] as const),
    ['REVIEWER', 'reviewer'],
    ['COMPLIANCE_OFFICER', 'reviewer'],
    ['GOVERNANCE_ADMIN', 'admin'],
    ['DOCUMENT_CUSTODIAN', 'admin'],
  ] as const)('%s gives %s', ([role, scope]) => {
    expect(scopeOf([role])).toBe(scope)
  })

  test('is a guest’s where no role is held', () => {
    expect(scopeOf([])).toBe('guest')
  })

  test('is the highest of those that several roles give, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }), roles => {
        const highest = Math.max(...roles.map(role => SCOPES.indexOf(scopeOf([role]))))
        expect(scopeOf(roles)).toBe(SCOPES[highest])
      }),
    )
  })
})

describe('the scopes that somebody comes in', () => {
  test('are the one they look by and the lesser ones that their roles give', () => {
    expect(scopesOf({ scope: 'admin', roles: ['GOVERNANCE_ADMIN', 'SRE_LEAD'] })).toEqual(['owner', 'admin'])
    expect(scopesOf({ scope: 'reviewer', roles: ['REVIEWER'] })).toEqual(['reviewer'])
  })

  test('are none above the one they look by, whatever they hold', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCOPES), fc.subarray([...ROLES]), (scope, roles) => {
        expect(scopesOf({ scope, roles }).at(-1)).toBe(scope)
      }),
    )
  })
})
