import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const MIGRATIONS_FOLDER = path.join(import.meta.dirname, 'migrations')
const LOCKFILE = 'migration_lock.toml'
const SCRIPT = 'migration.sql'

export interface Migration {
  readonly name: string
  readonly sql: string
  /** sha-256 of the script in hexadecimal, as `_prisma_migrations` keeps it. */
  readonly checksum: string
}

/** The migrations of the project, oldest first. */
export const readMigrations = (): Migration[] =>
  fs
    .readdirSync(MIGRATIONS_FOLDER, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => {
      const sql = fs.readFileSync(path.join(MIGRATIONS_FOLDER, name, SCRIPT), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))

/** The same in the form that the schema engine reads. */
export const migrationsList = (migrations: readonly Migration[]) => ({
  baseDir: MIGRATIONS_FOLDER,
  shadowDbInitScript: '',
  lockfile: { path: LOCKFILE, content: fs.readFileSync(path.join(MIGRATIONS_FOLDER, LOCKFILE), 'utf8') },
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: SCRIPT, content: { tag: 'ok' as const, value: sql } },
  })),
})

/** Writes a new migration and gives its file. */
export function writeMigration(name: string, sql: string, now: Date): string {
  const stamp = now.toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = path.join(MIGRATIONS_FOLDER, `${stamp}_${name}`)
  fs.mkdirSync(folder)
  const file = path.join(folder, SCRIPT)
  fs.writeFileSync(file, sql)
  return file
}
