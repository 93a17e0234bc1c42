import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { asScope } from '#features/access/as-scope.ts'
import { currentScope } from '#features/access/current-scope.ts'
import { SCOPES } from '#features/access/scope-model.ts'

describe('the scope that is asking', () => {
  it('is the one that work was given, however many others are under way', async () => {
    const asked = Array.from({ length: 64 }, (_, number) => SCOPES[number % SCOPES.length] ?? 'guest')
    const found = asked.map(scope =>
      asScope(scope, async () => {
        await turn()
        return currentScope()
      }),
    )
    expect(await Promise.all(found)).toEqual(asked)
  })

  it('is that of the innermost work, and again that of the outer', async () => {
    const found = await asScope('admin', async () => [
      await asScope('guest', currentScope),
      await currentScope(),
    ])
    expect(found).toEqual(['guest', 'admin'])
  })

  it('is nobody’s where nobody asks: nothing is read by a scope that nobody chose', async () => {
    await expect(currentScope()).rejects.toThrow(/outside a request scope/)
  })
})
