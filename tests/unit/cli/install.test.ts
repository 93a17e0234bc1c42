import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockedNode } from '#scripts/hand-over.js'
import { isInstalled } from '#scripts/install.js'

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
afterEach(() => fs.rmSync(project, { recursive: true }))

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
})
