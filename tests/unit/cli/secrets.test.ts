import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gitEnvironment } from '#features/ingest/env.ts'
import { lockedNode } from '#scripts/hand-over.js'
import { install } from '#scripts/install.js'
import { run } from '#scripts/run.js'

const SECRETS = ['DATABASE_URL', 'PGPASSWORD', 'OIDC_CLIENT_SECRET', 'MZA_SESSION_KEYS']
const SHOW = 'JSON.stringify(Object.keys(process.env))'
const secretsAmong = (names: readonly string[]) => SECRETS.filter(name => names.includes(name))
const signal = new AbortController().signal

beforeEach(() => {
  for (const name of SECRETS) vi.stubEnv(name, 'hush')
  vi.stubEnv('MZA_PLAIN', 'plain')
})
afterEach(() => vi.unstubAllEnvs())

describe('secrets of the environment', () => {
  it('are kept from programs that are run, which learn the rest', async () => {
    const seen = JSON.parse(await run(process.execPath, ['-p', SHOW]))
    expect(seen).toContain('MZA_PLAIN')
    expect(secretsAmong(seen)).toEqual([])
  })

  it('are kept from npm and so from every install script', async () => {
    const project = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-secrets-'))
    fs.writeFileSync(path.join(project, 'package-lock.json'), '{"packages":{}}')
    const npm = path.join(project, 'npm-cli.js')
    const node = lockedNode(project)
    fs.writeFileSync(
      npm,
      `const fs = require('node:fs')
       fs.mkdirSync(${JSON.stringify(path.dirname(node))}, { recursive: true })
       fs.writeFileSync(${JSON.stringify(node)}, '')
       fs.writeFileSync('node_modules/.package-lock.json', '{"packages":{}}')
       fs.writeFileSync('seen.json', ${SHOW})`,
    )
    vi.stubEnv('npm_execpath', npm)
    vi.stubEnv('npm_node_execpath', process.execPath)
    await install(project, signal)
    const seen = JSON.parse(fs.readFileSync(path.join(project, 'seen.json'), 'utf8'))
    fs.rmSync(project, { recursive: true })
    expect(seen).toEqual(expect.arrayContaining(['MZA_PLAIN', 'PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD']))
    expect(secretsAmong(seen)).toEqual([])
  })

  it('are kept from git, with all it does not need', () => {
    vi.stubEnv('GIT_DIR', '/elsewhere')
    const seen = Object.keys(gitEnvironment())
    expect(seen).toEqual(expect.arrayContaining(['PATH', 'GIT_TERMINAL_PROMPT']))
    expect(['GIT_DIR', 'MZA_PLAIN', ...secretsAmong(seen)].filter(name => seen.includes(name))).toEqual([])
  })
})
