import { createHmac } from 'node:crypto'

/**
 * The password of a login, derived from the administrator's, so that all portals that share a server agree on it and
 * none resets another's. Logins belong to the whole server: the database's name takes no part.
 */
export const loginPassword = (key: string, login: string): string =>
  createHmac('sha256', key).update(`mza login ${login}`).digest('base64url')
