import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OWNER_ROLES, ROLES } from '#features/access/role-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { scopeOf } from '#features/access/scope-rules.ts'

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
