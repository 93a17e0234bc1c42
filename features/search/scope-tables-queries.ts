import { CONTENT_CLASSES, VISIBLE_TO } from '#features/access/class-model.ts'
import { currentScope } from '#features/access/current-scope.ts'
import type { Scope } from '#features/access/scope-model.ts'
import { Prisma } from '#prisma/client/client.ts'

/** The partitions of the classes that a scope sees: its login has no right to the others (docs/decisions/0029). */
function partitions(table: string, scope: Scope): Prisma.Sql {
  const seen = CONTENT_CLASSES.filter(one => VISIBLE_TO[one].includes(scope)).map(
    one => `SELECT * FROM ${table}_${one.toLowerCase()}`,
  )
  return Prisma.raw(`(${seen.join(' UNION ALL ')}) AS ${table}`)
}

/** Where the texts are that whoever is asking may search. */
export const textTable = async (): Promise<Prisma.Sql> => partitions('search_text', await currentScope())

/** Where their words are. A word of several classes is there once for each. */
export const wordTable = async (): Promise<Prisma.Sql> => partitions('search_word', await currentScope())
