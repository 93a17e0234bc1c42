import { AsyncLocalStorage } from 'node:async_hooks'
import type { Scope } from '#features/access/scope-model.ts'

/** Where the renderer's bundle and the gate, each with modules of its own, find the same store. */
const SHARED = Symbol.for('mza.scope')
const shared: { [SHARED]?: AsyncLocalStorage<Scope> } & typeof globalThis = globalThis
const store = (): AsyncLocalStorage<Scope> => {
  shared[SHARED] ??= new AsyncLocalStorage()
  return shared[SHARED]
}

/** Does work that reads as a scope: for whoever knows who is asking without a page's request, as the gate does. */
export const asScope = <T>(scope: Scope, work: () => T): T => store().run(scope, work)

/** The scope that the work under way was given; undefined where it was given none. */
export const givenScope = (): Scope | undefined => store().getStore()
