import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { VIEW_LOGINS } from '#cli/database/provision-statements.ts'
import { forEachScope, type ViewUrls } from '#features/access/view-urls-model.ts'

export interface TestDatabase {
  /** Address of a superuser. */
  readonly adminUrl: string
  /** Address of the login that owns the tables. */
  readonly writeUrl: string
  /** Addresses of the logins that read, each as a scope. */
  readonly viewUrls: ViewUrls
  query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>
  drop(): Promise<void>
}

async function queryAt<Row extends pg.QueryResultRow>(address: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function withName(address: string, name: string): string {
  const url = new URL(address)
  url.pathname = `/${name}`
  return url.href
}

/** A fresh database with the migrations applied: a copy of the one that the tests' server begins with. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = withName(inject('adminUrl'), 'postgres')
  // The embedded server's other users stay connected to its database, which forbids to copy it as a template.
  await queryAt(server, `CREATE DATABASE ${name} OWNER mza_write`)
  const adminUrl = withName(inject('adminUrl'), name)
  const writeUrl = withName(inject('writeUrl'), name)
  await queryAt(
    adminUrl,
    `GRANT USAGE, CREATE ON SCHEMA public TO mza_write; GRANT USAGE ON SCHEMA public TO ${VIEW_LOGINS.join(', ')}`,
  )
  const { migrate } = await import('#prisma/migrate.ts')
  await migrate(writeUrl)
  return {
    adminUrl,
    writeUrl,
    viewUrls: forEachScope(scope => withName(inject('viewUrls')[scope], name)),
    query: sql => queryAt(adminUrl, sql),
    drop: async () => {
      await queryAt(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
