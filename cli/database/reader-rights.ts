import type pg from 'pg'
import { Failure } from '#scripts/failure.js'

interface Excess {
  readonly login: string
  readonly attributes: readonly string[]
  readonly memberships: readonly string[]
}

/**
 * Sees that logins read no more than policies and grants let them: one that exists may have been made by somebody else, as
 * a superuser or as a member of a role that reads everything, and no policy would hold it.
 * @throws {Failure} naming what they have beyond that, with the statements that mend it
 */
export async function checkReaders(client: pg.Client, logins: readonly string[]): Promise<void> {
  const { rows } = await client.query<Excess>(
    `SELECT rolname AS login,
       array_remove(ARRAY[CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
         CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolreplication THEN 'REPLICATION' END], NULL) AS attributes,
       ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = r.oid ORDER BY 1) AS memberships
     FROM pg_roles r WHERE rolname = ANY ($1) ORDER BY 1`,
    [logins],
  )
  const excesses = rows.filter(({ attributes, memberships }) => attributes.length + memberships.length > 0)
  if (excesses.length === 0) return
  throw new Failure(
    `logins that read may do more, so nothing would be withheld from whoever reads by them:\n${excesses.map(wordsOf).join('\n')}`,
    `Have an administrator of the server run:\n${excesses.flatMap(mendsOf).join('\n')}`,
  )
}

const wordsOf = ({ login, attributes, memberships }: Excess): string =>
  `  - ${login}: ${[...attributes, ...memberships.map(role => `member of ${role}`)].join(', ')}`

const mendsOf = ({ login, attributes, memberships }: Excess): string[] => [
  ...(attributes.length > 0
    ? [`  ALTER ROLE ${login} ${attributes.map(attribute => `NO${attribute}`).join(' ')};`]
    : []),
  ...memberships.map(role => `  REVOKE ${role} FROM ${login};`),
]
