import { isLoopback } from '#features/access/loopback-rules.ts'
import type { IssuerSettings } from '#features/access/sign-in-settings-model.ts'
import { createIssuerServer } from './issuer-server.ts'
import { createProvider, createSigningKey } from './provider.ts'

export interface DemonstrationIssuer {
  close(): Promise<void>
}

/**
 * Starts an issuer that gives out an account for each role to whoever asks, for a portal on this machine. It is at its
 * own address alone, which nothing on another machine can reach.
 * @param origin of the portal
 * @throws {Error} where issuer or portal is known by a name of more than this machine
 */
export async function startDemonstrationIssuer(
  { issuer, clientId, clientSecret }: IssuerSettings,
  origin: string,
): Promise<DemonstrationIssuer> {
  for (const address of [issuer, origin])
    if (!isLoopback(new URL(address).hostname))
      throw new Error(`A demonstration of signing in is for this machine alone, not for ${address}.`)
  const callback = `${origin}/auth/callback`
  const provider = createProvider(issuer, { clientId, clientSecret, callback }, await createSigningKey())
  const server = createIssuerServer({ issuer, provider })
  const { hostname, port } = new URL(issuer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(Number(port), hostname, resolve)
  })
  return {
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
