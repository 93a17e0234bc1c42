import { readRecord } from './migration-record.ts'
import { migrationsList, readMigrations } from './migrations-folder.ts'
import { filters, withSchemaEngine } from './schema-engine.ts'

/**
 * Applies the migrations that a database lacks and records them as `prisma migrate deploy` does. A migration whose
 * process was killed is tried again: PostgreSQL runs a script as one transaction, so nothing of it is there.
 * @param address of the login that shall own the tables, `mza_write`
 * @returns the names of the migrations applied now
 * @throws {Error} naming the migration and the server's message
 */
export async function migrate(address: string): Promise<string[]> {
  const migrations = readMigrations()
  const { pending, broken, unknown } = await readRecord(address, migrations)
  if (unknown.length > 0)
    throw new Error(
      `the database has been migrated by a newer version of this project (${unknown.join(', ')})`,
    )
  if (pending.length === 0) return []
  try {
    return await withSchemaEngine(address, async engine => {
      for (const migrationName of new Set(broken)) await engine.markMigrationRolledBack({ migrationName })
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationsList(migrations),
        filters,
      })
      return appliedMigrationNames
    })
  } catch (error) {
    throw new Error(
      `a migration could not be applied; the database stays as it was before it:\n${text(error)}`,
      {
        cause: error,
      },
    )
  }
}

/** The engine's message without the places in its own source. */
const text = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/\n\s+0: .*/s, '').trim()
