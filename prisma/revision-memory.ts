import { LRUCache } from 'lru-cache'
import { currentScope } from '#features/access/current-scope.ts'
import type { Prisma, PrismaClient } from '#prisma/client/client.ts'
import { viewDatabase } from '#prisma/view-client.ts'

interface Remembered<Rows extends unknown[], Found extends object> {
  readonly read: (database: PrismaClient) => [...{ [Row in keyof Rows]: Prisma.PrismaPromise<Rows[Row]> }]
  readonly of: (...rows: Rows) => Found
}

/**
 * What takes long to find and is small, remembered under a name for a content revision and a scope, so that rows which one
 * login reads are never told to another.
 * @param most how much is remembered in all, in the units of `sizeOf`, which is at least 1
 */
export function createRevisionMemory<Found extends object>(most: number, sizeOf: (found: Found) => number) {
  const known = new LRUCache<string, Found>({ maxSize: most, sizeCalculation: sizeOf })
  return async <Rows extends unknown[]>(
    name: string,
    { read, of }: Remembered<Rows, Found>,
  ): Promise<Found> => {
    const where = { id: 1 }
    const [scope, database] = [await currentScope(), await viewDatabase()]
    const { revision } = await database.portal.findUniqueOrThrow({ where })
    const remembered = known.get(`${scope} ${revision} ${name}`)
    if (remembered) return remembered
    // One snapshot: rows of a later revision must not be remembered under the name of an earlier one.
    const [portal, ...rows] = await database.$transaction(
      [database.portal.findUniqueOrThrow({ where }), ...read(database)],
      { isolationLevel: 'RepeatableRead' },
    )
    const found = of(...(rows as Rows))
    known.set(`${scope} ${portal.revision} ${name}`, found)
    return found
  }
}
