import { expect, test } from 'vitest'
import { SCOPES } from '#features/access/scope-model.ts'
import { forEachScope, viewVariables } from '#features/access/view-urls-model.ts'
import { poolOf } from '#prisma/view-pool.ts'

test('every scope reads pages by as many connections as the environment says', () => {
  const urls = viewVariables(forEachScope(() => 'postgresql://nobody@127.0.0.1:1/none'))
  Object.assign(process.env, urls, { MZA_VIEW_CONNECTIONS: '3' })
  expect(SCOPES.map(scope => poolOf(scope).options.max)).toEqual([3, 3, 3, 3])
})
