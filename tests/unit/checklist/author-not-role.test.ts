import { expect, it } from 'vitest'
import { roleHoldersOf } from '#features/access/role-holder-model.ts'
import type { Role } from '#features/access/role-model.ts'
import { checkAuthors } from '#features/checklist/rules/author-not-role.ts'
import { change, FILE, placed } from '#tests/unit/checklist/stories.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

const check = (author: string, roles: Record<string, Role[]>, by: Role = 'LEDGER_ENGINEER') =>
  checkAuthors(
    FILE,
    placed(change({ by })).map(line => ({ line, commit: COMMIT, author })),
    roleHoldersOf({ roles }),
  )

const ACCEPTED: [string, string, Record<string, Role[]>][] = [
  ['who holds the role', 'a@example.org', { 'a@example.org': ['LEDGER_ENGINEER'] }],
  ['who holds it among others', 'a@example.org', { 'a@example.org': ['REVIEWER', 'LEDGER_ENGINEER'] }],
  ['who is GOVERNANCE_ADMIN', 'a@example.org', { 'a@example.org': ['GOVERNANCE_ADMIN'] }],
  ['whatever the case of the address', 'A@Example.org', { 'a@example.ORG': ['LEDGER_ENGINEER'] }],
]

it.each(ACCEPTED)('author-not-role accepts an author %s', (_, author, roles) => {
  expect(check(author, roles)).toEqual([])
})

it('author-not-role refuses one who holds another, naming line, roles and commit', () => {
  expect(check('a@example.org', { 'a@example.org': ['SRE_LEAD', 'REVIEWER'] })).toEqual([
    {
      file: FILE,
      line: 1,
      column: 1,
      severity: 'error',
      code: 'author-not-role',
      message:
        'expected an author who holds LEDGER_ENGINEER or GOVERNANCE_ADMIN, found a@example.org (commit 0123456789ab), who holds SRE_LEAD, REVIEWER',
      mend: 'Let someone who holds the role commit the line, or list the author in roles.yaml in a change of its own first.',
    },
  ])
})

it('author-not-role refuses one who is not listed, and who writes as GOVERNANCE_ADMIN without being it', () => {
  expect(check('b@example.org', { 'a@example.org': ['LEDGER_ENGINEER'] })).toMatchObject([
    { message: expect.stringContaining('who holds no role') },
  ])
  expect(check('a@example.org', { 'a@example.org': ['LEDGER_ENGINEER'] }, 'GOVERNANCE_ADMIN')).toMatchObject([
    { message: expect.stringMatching(/^expected an author who holds GOVERNANCE_ADMIN, found/) },
  ])
})

it('author-not-role shows no address that a terminal would obey', () => {
  expect(check('\u001B[31ma@example.org', {})[0]?.message).not.toContain('\u001B')
})
