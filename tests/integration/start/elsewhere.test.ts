import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { passwordIn } from '#cli/database/address.ts'
import { withConnection } from '#cli/database/connect.ts'
import { openLogins } from '#cli/database/open.ts'
import { build } from '#cli/portal/build.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { VIEW_VARIABLES, viewLogin } from '#features/access/view-urls-model.ts'
import { freePort } from '#scripts/port.js'
import { makeClone, removeClone } from './clone.ts'
import { PortalProcess } from './portal-process.ts'

const READY = /Mza is ready/
const NOBODY = { uid: 65_534, gid: 65_534 }

let clone: string
beforeAll(async () => {
  await build(new AbortController().signal)
  clone = makeClone()
}, 300_000)
afterAll(() => removeClone(clone))

const gateVariables = () =>
  fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const isGate = fs
          .readFileSync(`/proc/${pid}/cmdline`, 'utf8')
          .includes(path.join(clone, 'server', 'main.ts'))
        return isGate ? [fs.readFileSync(`/proc/${pid}/environ`, 'utf8')] : []
      } catch {
        return []
      }
    })
    .join('\0')

it.runIf(process.platform === 'linux')(
  'a start with DATABASE_URL uses that server, and gives the gate no password but the view logins’',
  async () => {
    const name = `start_${randomUUID().replaceAll('-', '')}`
    const server = inject('adminUrl')
    const address = server.replace(/\/mza$/, `/${name}`)
    await withConnection(server, client => client.query(`CREATE DATABASE ${name}`))
    const portal = new PortalProcess(clone, { PORT: String(await freePort()), DATABASE_URL: address })
    await portal.printed(READY)
    const variables = gateVariables()
    expect(await portal.interrupt()).toBe(0)
    for (const scope of SCOPES)
      expect(variables).toContain(`${VIEW_VARIABLES[scope]}=postgresql://${viewLogin(scope)}:`)
    expect(variables).not.toMatch(/DATABASE_URL|mza_write/)
    for (const secret of [address, (await openLogins('', address)).writeUrl])
      expect(variables).not.toContain(passwordIn(secret))
    expect(fs.existsSync(path.join(clone, '.mza', 'data'))).toBe(false)
    await withConnection(server, client => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  },
)

it.runIf(process.getuid?.() === 0)(
  'a start as an ordinary user keeps its database in the clone',
  async context => {
    if (!isOpenToAll(process.execPath))
      context.skip('an ordinary user: the project lies in a folder that only root may enter')
    for (const folder of [path.dirname(clone), path.dirname(path.dirname(clone))]) fs.chmodSync(folder, 0o755)
    fs.rmSync(path.join(clone, '.mza'), { recursive: true, force: true })
    execFileSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, clone])
    const portal = new PortalProcess(clone, { PORT: String(await freePort()) }, NOBODY)
    await portal.printed(READY)
    expect(fs.statSync(path.join(clone, '.mza', 'data', 'postmaster.pid')).uid).toBe(NOBODY.uid)
    expect(await portal.interrupt()).toBe(0)
    expect(fs.existsSync(path.join(clone, '.mza', 'data', 'postmaster.pid'))).toBe(false)
  },
)

/** Whether everybody may enter the folders that lead to a file. */
const isOpenToAll = (file: string): boolean => {
  const folder = path.dirname(file)
  return folder === file || ((fs.statSync(folder).mode & 1) === 1 && isOpenToAll(folder))
}
