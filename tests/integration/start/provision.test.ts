import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { asLogin } from '#cli/database/address.ts'
import { withConnection } from '#cli/database/connect.ts'
import { openLogins, openServer } from '#cli/database/open.ts'
import { draftMigration } from '#prisma/draft-migration.ts'
import { migrate } from '#prisma/migrate.ts'

let name: string
let adminUrl: string
const ask = (address: string, sql: string) =>
  withConnection(address, async client => (await client.query(sql)).rows)
const create = (options = '') => ask(inject('adminUrl'), `CREATE DATABASE ${name} ${options}`)
const open = (address: string) => openLogins('', address)

beforeEach(() => {
  name = `provision_${randomUUID().replaceAll('-', '')}`
  adminUrl = inject('adminUrl').replace(/\/mza$/, `/${name}`)
})
afterEach(() => ask(inject('adminUrl'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))

describe('the logins', () => {
  it('are made with the rights they need: one writes, the other only reads', async () => {
    await create()
    const { writeUrl, guestUrl } = await open(adminUrl)
    expect(await migrate(writeUrl)).not.toHaveLength(0)
    expect(await ask(guestUrl, 'SHOW default_transaction_read_only')).toEqual([
      { default_transaction_read_only: 'on' },
    ])
    expect(await ask(guestUrl, 'SELECT * FROM portal')).toEqual([])
    for (const sql of [
      'SET transaction_read_only = off; DELETE FROM portal',
      'SET transaction_read_only = off; CREATE TABLE t (a int)',
      'SELECT * FROM _prisma_migrations',
    ])
      await expect(ask(guestUrl, sql)).rejects.toThrow(/permission denied/)
  })

  it('keep their passwords where another portal shares the server', async () => {
    await create()
    const first = await open(adminUrl)
    const second = await open(inject('adminUrl'))
    expect(new URL(second.guestUrl).password).toBe(new URL(first.guestUrl).password)
    expect(await ask(first.guestUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('let nobody else connect', async () => {
    await create()
    await open(adminUrl)
    await ask(adminUrl, `CREATE ROLE ${name} LOGIN PASSWORD 'x'`)
    await expect(ask(asLogin(adminUrl, { user: name, password: 'x' }), 'SELECT 1')).rejects.toThrow(
      /permission denied/,
    )
    await ask(adminUrl, `DROP ROLE ${name}`)
  })
})

describe('a database of an operator’s own', () => {
  it('is refused where it is not UTF-8', async () => {
    await create("ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0")
    await expect(open(adminUrl)).rejects.toMatchObject({
      message: expect.stringContaining('its encoding is SQL_ASCII'),
      remedy: expect.stringContaining("ENCODING 'UTF8'"),
    })
  })

  it('is refused with the rights that its login lacks, and how to give them', async () => {
    await create()
    await ask(adminUrl, `CREATE ROLE ${name} LOGIN PASSWORD 'x'`)
    const poor = asLogin(adminUrl, { user: name, password: 'x' })
    await expect(open(poor)).rejects.toMatchObject({
      message: expect.stringContaining('does not own the database'),
      remedy: expect.stringContaining(`ALTER DATABASE "${name}" OWNER TO "${name}"`),
    })
    await ask(adminUrl, `DROP ROLE ${name}`)
  })

  it('is named where it cannot be reached, without its password', async () => {
    const wrong = 'postgresql://postgres:secret-word@127.0.0.1:1/mza'
    await expect(openServer('', wrong)).rejects.toThrow(/DATABASE_URL \(127\.0\.0\.1:1\/mza\) cannot be used/)
    await expect(openServer('', wrong)).rejects.not.toThrow(/secret-word/)
  })
})

describe('a migration', () => {
  it('whose process was killed is applied again, and then no more', async () => {
    await create()
    const { writeUrl } = await open(adminUrl)
    await ask(
      writeUrl,
      `CREATE TABLE _prisma_migrations (
         id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
         logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count int NOT NULL DEFAULT 0);
       INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', '', '20261123000000_init')`,
    )
    expect(await migrate(writeUrl)).toContain('20261123000000_init')
    expect(await migrate(writeUrl)).toEqual([])
  })

  it('that this version does not know is refused: the database is ahead', async () => {
    await create()
    const { writeUrl } = await open(adminUrl)
    await migrate(writeUrl)
    await ask(
      writeUrl,
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('2', '', '29990101000000_later', now())",
    )
    await expect(migrate(writeUrl)).rejects.toThrow('29990101000000_later')
  })

  it('has nothing to draft: the migrations lead to what the schema says', async () => {
    await create()
    const { writeUrl } = await open(adminUrl)
    const drafted = await draftMigration(writeUrl, 'none', new Date())
    // What is left behind would be applied by every test after this one.
    if (drafted) fs.rmSync(path.dirname(drafted), { recursive: true })
    expect(drafted).toBeNull()
  })
})
