import { createHmac, scryptSync } from 'node:crypto'

/**
 * The passwords of the logins, derived from the administrator's, so that all portals that share a server agree on them
 * and none resets another's. Logins belong to the whole server: the database's name takes no part. The web process holds
 * those of the view logins: deriving is slow (about 100 ms), lest who reads it there try out administrators' passwords by the million.
 */
export function loginPasswords(adminPassword: string): (login: string) => string {
  const key = scryptSync(adminPassword, 'mza logins', 32, { N: 2 ** 15, maxmem: 2 ** 26 })
  return login => createHmac('sha256', key).update(login).digest('base64url')
}
