import { randomBytes } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import Provider from 'oidc-provider'
import { ACCOUNTS, claimsOf } from './accounts.ts'
import { createAdapter } from './adapter.ts'
import { brokenPage } from './pages.ts'

export interface Client {
  readonly clientId: string
  readonly clientSecret: string
  /** Where people are sent back to. */
  readonly callback: string
}

const SCOPE = 'openid profile'

/** Where people choose an account. */
export const CHOICE = '/choose'

/** A new key to sign with, private. */
export async function createSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = await exportJWK(privateKey)
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'RS256', use: 'sig' }
}

/** An issuer that takes anybody's word (OpenID Connect Core 1.0). Its memory ends with the process. */
export function createProvider(issuer: string, client: Client, key: JWK): Provider {
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true } as const
  return new Provider(issuer, {
    adapter: createAdapter(),
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')], long: cookie, short: cookie },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [client.callback],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub', 'roles'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, sub) => {
      const account = ACCOUNTS.find(known => claimsOf(known).sub === sub)
      return account && { accountId: sub, claims: () => claimsOf(account) }
    },
    interactions: { url: (_context, { uid }) => `${CHOICE}/${uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: client.clientId,
        ...(oidc.session?.accountId ? { accountId: oidc.session.accountId } : {}),
      })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    // Seconds.
    ttl: { AuthorizationCode: 60, AccessToken: 60, IdToken: 300, Interaction: 600, Session: 600, Grant: 600 },
    async renderError(context) {
      context.type = 'html'
      context.body = await brokenPage(context.get('accept-language'))
    },
  })
}
