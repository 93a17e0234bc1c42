import { expect, test } from 'vitest'
import { asScope } from '#features/access/as-scope.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { forEachScope, viewVariables } from '#features/access/view-urls-model.ts'
import { downloadPool, openPools, pollPool, poolOf } from '#prisma/view-pool.ts'

test('all 15 connections that an instance may hold are of pools that are counted', async () => {
  Object.assign(process.env, viewVariables(forEachScope(() => 'postgresql://nobody@127.0.0.1:1/none')))
  pollPool()
  for (const scope of SCOPES) {
    poolOf(scope)
    await asScope(scope, downloadPool)
  }
  const most = openPools().map(({ options }) => options.max)
  expect(most.reduce((all, one) => all + one, 0)).toBe(15)
})
