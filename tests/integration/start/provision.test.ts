import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { asLogin } from '#cli/database/address.ts'
import { withConnection } from '#cli/database/connect.ts'
import { openLogins, openServer } from '#cli/database/open.ts'
import { provisionScript } from '#cli/database/provision-script.ts'
import { LOGINS } from '#cli/database/provision-statements.ts'
import { KEPT } from '#cli/database/strip-statements.ts'
import { draftMigration } from '#prisma/draft-migration.ts'
import { migrate } from '#prisma/migrate.ts'
import type { Failure } from '#scripts/failure.js'

let name: string
let adminUrl: string
const ask = (address: string, sql: string) =>
  withConnection(address, async client => (await client.query(sql)).rows)
const create = (options = '') => ask(inject('adminUrl'), `CREATE DATABASE ${name} ${options}`)
const open = (address: string) => openLogins('', address)

const SETTINGS = `SELECT name, current_setting(name) AS value FROM pg_settings WHERE name IN (
  'default_transaction_read_only', 'idle_in_transaction_session_timeout', 'idle_session_timeout', 'lock_timeout',
  'search_path', 'statement_timeout') ORDER BY name`

beforeEach(() => {
  name = `provision_${randomUUID().replaceAll('-', '')}`
  adminUrl = inject('adminUrl').replace(/\/mza$/, `/${name}`)
})
afterEach(() => ask(inject('adminUrl'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))

describe('the logins', () => {
  it('are made with the rights they need: one writes, the other only reads', async () => {
    await create()
    const { writeUrl, viewUrls } = await open(adminUrl)
    expect(await migrate(writeUrl)).not.toHaveLength(0)
    expect(await ask(viewUrls.guest, 'SHOW default_transaction_read_only')).toEqual([
      { default_transaction_read_only: 'on' },
    ])
    expect(await ask(viewUrls.guest, 'SELECT * FROM portal')).toEqual([])
    for (const sql of [
      'SET transaction_read_only = off; DELETE FROM portal',
      'SET transaction_read_only = off; CREATE TABLE t (a int)',
      'SELECT * FROM _prisma_migrations',
    ])
      await expect(ask(viewUrls.guest, sql)).rejects.toThrow(/permission denied/)
  })

  it('keep their passwords where another portal shares the server', async () => {
    await create()
    const first = await open(adminUrl)
    const second = await open(inject('adminUrl'))
    expect(new URL(second.viewUrls.guest).password).toBe(new URL(first.viewUrls.guest).password)
    expect(await ask(first.viewUrls.guest, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('are mended: what one did to itself is undone, password and settings', async () => {
    await create()
    const { viewUrls } = await open(adminUrl)
    await ask(
      viewUrls.owner,
      `BEGIN READ WRITE; ALTER ROLE mza_view_owner PASSWORD 'mine'; ALTER ROLE mza_view_owner SET search_path = 'mine';
       ALTER ROLE mza_view_owner IN DATABASE ${name} SET statement_timeout = 0; COMMIT`,
    )
    await expect(ask(viewUrls.owner, 'SELECT 1')).rejects.toThrow(/password/)
    await open(adminUrl)
    expect(await ask(viewUrls.owner, SETTINGS)).toEqual([
      { name: 'default_transaction_read_only', value: 'on' },
      { name: 'idle_in_transaction_session_timeout', value: '10s' },
      { name: 'idle_session_timeout', value: '5min' },
      { name: 'lock_timeout', value: '2s' },
      { name: 'search_path', value: '"$user", public' },
      { name: 'statement_timeout', value: '5s' },
    ])
  })

  it('are what the server has for nobody else: PUBLIC is left nothing that reads, waits, keeps or connects', async () => {
    await create()
    const { viewUrls } = await open(adminUrl)
    expect(await ask(adminUrl, KEPT)).toEqual([])
    expect(
      await ask(
        adminUrl,
        `SELECT has_database_privilege('public', current_database(), 'CONNECT, TEMPORARY, CREATE') AS database,
           has_schema_privilege('public', 'public', 'USAGE, CREATE') AS schema`,
      ),
    ).toEqual([{ database: false, schema: false }])
    for (const other of ['postgres', 'template1'])
      await expect(ask(viewUrls.guest.replace(name, other), 'SELECT 1')).rejects.toThrow(/permission denied/)
  })

  it('are made by an administrator who is no superuser, by the statements that are printed', async () => {
    await create()
    const role = `${name}_admin`
    await ask(
      adminUrl,
      `CREATE ROLE ${role} LOGIN CREATEROLE PASSWORD 'x'; ALTER DATABASE ${name} OWNER TO ${role}`,
    )
    for (const login of LOGINS) await ask(adminUrl, `GRANT ${login} TO ${role} WITH ADMIN OPTION`)
    const script = provisionScript(name)
    for (const login of LOGINS) expect(script).toContain(`\\password ${login}`)
    expect(script).not.toMatch(/PASSWORD '[^…]/)
    const statements = script.replace(/^\\password .*$/gm, '')
    await ask(asLogin(adminUrl, { user: role, password: 'x' }), statements)
    expect((await ask(adminUrl, KEPT)).map(({ name: kept }) => kept)).toContain('lo_create')
    const { writeUrl, viewUrls } = await open(adminUrl)
    expect(await migrate(writeUrl)).not.toHaveLength(0)
    expect(await ask(viewUrls.guest, 'SELECT * FROM portal')).toEqual([])
    await ask(adminUrl, `ALTER DATABASE ${name} OWNER TO postgres; REVOKE ${LOGINS.join(', ')} FROM ${role}`)
    await ask(adminUrl, `DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}`)
  })

  it('whose settings an administrator may not mend are named, with who may', async () => {
    await create()
    const { viewUrls } = await open(adminUrl)
    await ask(
      viewUrls.owner,
      `BEGIN READ WRITE; ALTER ROLE mza_view_owner IN DATABASE ${name} SET statement_timeout = 0; COMMIT`,
    )
    await ask(
      adminUrl,
      `CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'x'; ALTER DATABASE ${name} OWNER TO ${name}`,
    )
    await expect(open(asLogin(adminUrl, { user: name, password: 'x' }))).rejects.toMatchObject({
      message: expect.stringContaining('other settings'),
      remedy: expect.stringMatching(/provision --print.*mza_view_owner.* WITH ADMIN OPTION/),
    })
    await ask(adminUrl, provisionScript(name).replace(/^\\password .*$/gm, ''))
    expect((await ask(viewUrls.owner, 'SHOW statement_timeout'))[0]).toEqual({ statement_timeout: '5s' })
    await ask(adminUrl, `ALTER DATABASE ${name} OWNER TO postgres`)
    await ask(adminUrl, `DROP OWNED BY ${name} CASCADE; DROP ROLE ${name}`)
  })

  it.for([
    ['a superuser', 'ALTER ROLE mza_view_owner SUPERUSER', 'SUPERUSER'],
    ['held by no policy', 'ALTER ROLE mza_view_owner BYPASSRLS CREATEROLE', 'BYPASSRLS, CREATEROLE'],
    ['a member of one that writes', 'GRANT mza_write TO mza_view_owner', 'member of mza_write'],
    ['one that reads all', 'GRANT pg_read_all_data TO mza_view_owner', 'member of pg_read_all_data'],
  ] as const)('are refused where one that reads is %s, until that is mended', async ([, harm, found]) => {
    await create()
    await open(adminUrl)
    await ask(adminUrl, harm)
    const { message, remedy } = await open(adminUrl).then(
      () => ({ message: '', remedy: '' }),
      (failure: Failure) => failure,
    )
    await ask(adminUrl, remedy.slice(remedy.indexOf('\n')))
    expect(message).toContain(`mza_view_owner: ${found}`)
    expect((await open(adminUrl)).viewUrls.owner).toContain(name)
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
