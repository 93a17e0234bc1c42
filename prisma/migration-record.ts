import pg from 'pg'
import type { Migration } from './migrations-folder.ts'

interface Row {
  readonly name: string
  readonly finished: boolean
}

export interface MigrationRecord {
  readonly pending: readonly string[]
  /** Begun and neither finished nor rolled back: the process that applied them was killed, or their script failed. */
  readonly broken: readonly string[]
  /** Applied here and unknown to this version of the project. */
  readonly unknown: readonly string[]
}

/** What `_prisma_migrations` says about the project's migrations. */
export async function readRecord(
  address: string,
  migrations: readonly Migration[],
): Promise<MigrationRecord> {
  const rows = await readRows(address)
  const finished = new Set(rows.filter(row => row.finished).map(row => row.name))
  const names = migrations.map(({ name }) => name)
  return {
    pending: names.filter(name => !finished.has(name)),
    broken: rows.filter(row => !row.finished).map(row => row.name),
    unknown: [...finished].filter(name => !names.includes(name)),
  }
}

async function readRows(address: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      "SELECT WHERE to_regclass('public._prisma_migrations') IS NOT NULL",
    )
    if (!rowCount) return []
    const { rows } = await client.query<Row>(
      `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
       FROM public._prisma_migrations WHERE rolled_back_at IS NULL`,
    )
    return rows
  } finally {
    await client.end()
  }
}
