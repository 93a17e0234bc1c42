import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lockedNode } from '#scripts/hand-over.js'
import { install, isInstalled } from '#scripts/install.js'

let project: string
const write = (file: string, packages: object) => {
  fs.mkdirSync(path.dirname(path.join(project, file)), { recursive: true })
  fs.writeFileSync(path.join(project, file), JSON.stringify({ packages }))
}
const WANTED = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/mac': { version: '1.0.0', optional: true },
}

beforeEach(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-install-'))
  write('package-lock.json', WANTED)
  fs.mkdirSync(path.dirname(lockedNode(project)), { recursive: true })
  fs.writeFileSync(lockedNode(project), '')
})
afterEach(() => {
  vi.unstubAllEnvs()
  fs.rmSync(project, { recursive: true })
})

/** An npm that installs all there is to install, and does something more. */
const npmThat = (does: string) => {
  const npm = path.join(project, 'npm-cli.js')
  const lock = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } })
  fs.writeFileSync(
    npm,
    `require('node:fs').writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(lock)}); ${does}`,
  )
  vi.stubEnv('npm_execpath', npm)
  vi.stubEnv('npm_node_execpath', process.execPath)
}
const WARNING = 'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write'

describe('the packages', () => {
  it('are there without those of other machines', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
    expect(isInstalled(project)).toBe(true)
  })

  it('are not there after an interrupted install, which leaves no lock of npm’s', () => {
    expect(isInstalled(project)).toBe(false)
  })

  it('are not there where a version differs', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } })
    expect(isInstalled(project)).toBe(false)
  })

  it('are not there where install scripts did not run', () => {
    write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
    fs.rmSync(lockedNode(project))
    expect(isInstalled(project)).toBe(false)
  })

  it('are not there where the disk ran full, though npm ended well', async () => {
    npmThat(`console.error(${JSON.stringify(WARNING)})`)
    await expect(install(project, new AbortController().signal)).rejects.toThrow('the disk is full')
    expect(isInstalled(project)).toBe(false)
  })

  it('that do not fit the disk are told so, whatever else npm says', async () => {
    npmThat(`for (let i = 0; i < 2000; i++) console.error(${JSON.stringify(WARNING)}, i)
             console.error('x'.repeat(30_000)); console.error('npm error code EPERM'); process.exit(1)`)
    await expect(install(project, new AbortController().signal)).rejects.toThrow('the disk is full')
  })
})
