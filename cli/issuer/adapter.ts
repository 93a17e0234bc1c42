import { LRUCache } from 'lru-cache'
import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What is kept of sign-ins under way; somebody at a desk has a few. */
const MOST = 1000

/** The issuer's memory, which ends with its process. */
export function createAdapter(): (kind: string) => Adapter {
  const kept = new LRUCache<string, AdapterPayload>({ max: MOST })
  return kind => {
    const key = (id: string) => `${kind} ${id}`
    return {
      upsert: async (id, payload, seconds) => {
        kept.set(key(id), payload, seconds ? { ttl: seconds * 1000 } : {})
      },
      find: async id => kept.get(key(id)),
      // Of devices without a browser, which nobody signs in with.
      findByUserCode: async () => undefined,
      findByUid: async wanted =>
        [...kept.values()].find(payload => payload.kind === kind && payload.uid === wanted),
      consume: async id => {
        const payload = kept.get(key(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async id => {
        kept.delete(key(id))
      },
      revokeByGrantId: async grant => {
        for (const [name, { grantId }] of kept.entries()) if (grantId === grant) kept.delete(name)
      },
    }
  }
}
