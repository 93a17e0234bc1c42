import { once } from 'node:events'
import type { Server } from 'node:http'
import { decodeJwt, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import { createIssuerServer } from '#cli/issuer/issuer-server.ts'
import { createProvider, createSigningKey } from '#cli/issuer/provider.ts'
import { freePort } from '#scripts/port.js'

export const CLIENT = { clientId: 'mza', clientSecret: 'a secret between the portal and its issuer' }

/** What becomes of an ID token before it is sent. */
export type Tamper = (
  claims: JWTPayload,
  sign: (claims: JWTPayload, key?: JWK) => Promise<string>,
) => Promise<string>

/** The real `oidc-provider`, on a port of its own, whose answers can be spoilt, whose key can be changed. */
export async function openRealIssuer(callback: string) {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const state = {
    tamper: null as Tamper | null,
    asked: [] as string[],
    server: null as Server | null,
    key: await createSigningKey(),
  }

  async function open(): Promise<void> {
    const provider = createProvider(issuer, { ...CLIENT, callback }, state.key)
    provider.use(async (context, next) => {
      state.asked.push(context.path)
      await next()
      if (context.path !== '/token' || !state.tamper || !context.body?.id_token) return
      context.body.id_token = await state.tamper(decodeJwt(context.body.id_token), sign)
    })
    state.server = createIssuerServer({ issuer, provider }).listen(port, '127.0.0.1')
    await once(state.server, 'listening')
  }

  const sign = async (claims: JWTPayload, key: JWK = state.key) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.kid ?? '' }).sign(await importJWK(key))

  async function close(): Promise<void> {
    const closed = state.server?.listening ? once(state.server, 'close') : null
    state.server?.close()
    state.server?.closeAllConnections()
    await closed
  }

  await open()
  return {
    issuer,
    state,
    close,
    open,
    async changeKey() {
      await close()
      state.key = await createSigningKey()
      await open()
    },
  }
}
