import { execFile } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeEmbedded, stopEmbedded } from '#cli/database/embedded.ts'
import { databaseHome } from '#cli/database/home.ts'
import { runningPort } from '#cli/database/postmaster.ts'
import { plainEnvironment } from '#cli/env.ts'
import { build } from '#cli/portal/build.ts'
import { freePort, isFree } from '#scripts/port.js'
import { breakContent, makeClone, removeClone } from './clone.ts'
import { PortalProcess } from './portal-process.ts'

const READY = /Mza is ready: (\S+)/
const SECOND_START_MS = 5000

let clone: string
let state: string
let port: number
const started: PortalProcess[] = []

const start = (variables: Record<string, string> = {}) => {
  const portal = new PortalProcess(clone, { PORT: String(port), ...variables })
  started.push(portal)
  return portal
}

const databaseRuns = () => runningPort(databaseHome(state)) !== null

/** Makes the next start a first one, but for the copy of PostgreSQL's programs that root's has. */
async function forget(): Promise<void> {
  await stopEmbedded(state)
  for (const folder of [databaseHome(state).data, state]) fs.rmSync(folder, { recursive: true, force: true })
}

beforeAll(async () => {
  await build(new AbortController().signal)
  clone = makeClone()
  state = path.join(clone, '.mza')
}, 300_000)

beforeEach(async () => {
  port = await freePort()
})

afterEach(async () => {
  for (const portal of started.splice(0)) {
    portal.signal('SIGKILL')
    await portal.ended
  }
})

afterAll(async () => {
  await stopEmbedded(state)
  await removeEmbedded(state)
  removeClone(clone)
})

describe('a start', () => {
  it('serves the checklist in Georgian, and Ctrl-C stops gate and database', async () => {
    const portal = start()
    await portal.printed(READY)
    const page = await fetch(`http://127.0.0.1:${port}/ka`)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('lang="ka"')])
    expect(await portal.interrupt()).toBe(0)
    expect([await isFree(port), databaseRuns()]).toEqual([true, false])
  })

  it('that is the second does nothing over, within 5 seconds, and refuses another in the same folder', async () => {
    const times: number[] = []
    // The best of three: other tests run on the same cores.
    while (times.length < 3 && !times.some(time => time < SECOND_START_MS)) {
      for (const portal of started) await portal.interrupt()
      const since = performance.now()
      const portal = start()
      await portal.printed(READY)
      times.push(performance.now() - since)
      expect(portal.output).toMatch(/migrate: nothing new.*\n(.*\n)*.*still at revision/)
      expect(portal.output).not.toContain('build the pages')
    }
    expect(Math.min(...times)).toBeLessThan(SECOND_START_MS)
    const other = start({ PORT: String(await freePort()) })
    expect(await other.ended).toBe(1)
    expect(other.output).toContain(`already running or starting: http://127.0.0.1:${port}`)
    expect((await fetch(`http://127.0.0.1:${port}/ka`)).status).toBe(200)
  })

  it('names who has its port, and what to do', async () => {
    const server = net.createServer()
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()))
    const portal = start()
    expect(await portal.ended).toBe(1)
    server.close()
    expect(portal.output).toContain(`port ${port} is in use`)
    expect(portal.output).toContain(`PORT=${port + 1} npm start`)
  })

  it('lists every problem of its environment at once', async () => {
    const portal = start({ PORT: 'three', MZA_ORIGIN: 'ftp://x', DATABASE_URL: 'mysql://x' })
    expect(await portal.ended).toBe(1)
    expect(portal.output).toMatch(/PORT: .*\n.*MZA_ORIGIN: .*\n.*DATABASE_URL: /)
  })
})

describe('a start after one that was broken off', () => {
  it.each([
    ['as the database was being made', /$/, () => fs.existsSync(`${databaseHome(state).data}.partial`)],
    ['as the content was being ingested', /migrate/, () => true],
  ])('%s goes on from there', async (_when, sign, isReached) => {
    await forget()
    const broken = start()
    await broken.printed(sign)
    await expect.poll(isReached, { interval: 5, timeout: 20_000 }).toBe(true)
    expect(await broken.interrupt()).toBe(130)
    expect(databaseRuns()).toBe(false)
    const portal = start()
    await portal.printed(READY)
    expect(await portal.interrupt()).toBe(0)
  })

  it('by a kill takes over the database left running, and stops it in the end', async () => {
    const killed = start()
    await killed.printed(READY)
    killed.signal('SIGKILL')
    await killed.ended
    expect(databaseRuns()).toBe(true)
    await expect.poll(() => isFree(port), { timeout: 10_000 }).toBe(true)
    const portal = start()
    await portal.printed(READY)
    expect(await portal.interrupt()).toBe(0)
    expect(databaseRuns()).toBe(false)
  })

  it('makes the database anew where its password is lost', async () => {
    fs.rmSync(path.join(state, 'state.json'))
    const portal = start()
    await portal.printed(READY)
    expect(portal.output).toContain('now at revision')
  })
})

describe('broken content', () => {
  it('leaves the last good revision served, with its diagnostics and a notice', async () => {
    const mend = breakContent(clone)
    const portal = start()
    await portal.printed(READY).finally(mend)
    expect(portal.output).toMatch(/en\.md:\d+:\d+ error /)
    expect(portal.output).toContain('NOTICE: the content has errors')
    expect((await fetch(`http://127.0.0.1:${port}/ka`)).status).toBe(200)
  })

  it('ends a first start with its diagnostics', async () => {
    await forget()
    const mend = breakContent(clone)
    const portal = start()
    expect(await portal.ended.finally(mend)).toBe(1)
    expect(portal.output).toMatch(/en\.md:\d+:\d+ error /)
    expect(databaseRuns()).toBe(false)
  })
})

describe('a recording while the portal runs', () => {
  const record = async (...args: string[]) => {
    const env = { ...plainEnvironment(), PORT: String(port) }
    return promisify(execFile)(process.execPath, ['cli/mza.ts', ...args], { cwd: clone, env })
  }
  const status = async () => {
    const page = await fetch(`http://127.0.0.1:${port}/en/w/3`)
    return /In progress/.test(await page.text())
  }

  it('is on its pages at once; where other content is broken, the files are written and it is said how to ingest', async () => {
    const content = path.join(clone, 'content')
    // Not in the clone: the pages would be built anew.
    const before = path.join(path.dirname(clone), 'content before')
    fs.cpSync(content, before, { recursive: true })
    const portal = start()
    await portal.printed(READY)
    const { stdout } = await record(
      'update',
      '3',
      '--status',
      'IN_PROGRESS',
      '--as',
      'ORCHESTRATION_ENGINEER',
    )
    expect(stdout).toContain('change of workstream 3: IN_PROGRESS')
    await expect.poll(status, { timeout: 10_000 }).toBe(true)
    fs.writeFileSync(path.join(content, '80_chain', 'broken.md'), 'a\u0000b')
    const named = ['--document', '80_chain/no-rework-migration-checklist']
    const refused = record('confirm', '3', '--as', 'ORCHESTRATION_ENGINEER', ...named)
    await expect(refused).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('confirm of workstream 3'),
      stderr: expect.stringMatching(/The files are written, but .*(\n.*)*run: npm run -s mza -- ingest/),
    })
    expect(await portal.interrupt()).toBe(0)
    fs.rmSync(content, { recursive: true })
    fs.renameSync(before, content)
  }, 120_000)
})
