import { randomBytes } from 'node:crypto'
import type { IssuerSettings } from '#features/access/sign-in-settings-model.ts'

/** What a portal has to know of an issuer that demonstrates signing in, on a port of this machine. */
export const demonstrationSettings = (port: number): IssuerSettings => ({
  issuer: `http://127.0.0.1:${port}`,
  clientId: 'mza',
  clientSecret: randomBytes(32).toString('base64url'),
  rolesClaim: 'roles',
})
