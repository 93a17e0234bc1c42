import { migrate } from './migrate.ts'
import { writeMigration } from './migrations-folder.ts'
import { filters, schemaDatamodel, schemaDatasource, withSchemaEngine } from './schema-engine.ts'

/**
 * Drafts a migration from where the migrations lead to what `schema.prisma` says. What Prisma's schema cannot say
 * (policies, triggers, checks) is to be added by hand.
 * @param address of an empty database, which is migrated for the comparison
 * @param name in snake_case
 * @returns the file written, or null where schema and migrations agree
 */
export async function draftMigration(address: string, name: string, now: Date): Promise<string | null> {
  await migrate(address)
  const sql = await withSchemaEngine(address, async engine => {
    const { stdout } = await engine.diff({
      from: schemaDatasource,
      to: schemaDatamodel,
      script: true,
      exitCode: null,
      filters,
    })
    return stdout ?? ''
  })
  const isEmpty = sql.trim() === '' || sql.includes('This is an empty migration')
  return isEmpty ? null : writeMigration(name, sql, now)
}
