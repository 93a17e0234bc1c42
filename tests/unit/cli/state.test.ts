import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readState, writeState } from '#cli/state/state.ts'

let folder: string
const file = () => path.join(folder, 'state.json')

beforeEach(() => {
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'mza-state-')), '.mza')
})
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true }))

describe('the state', () => {
  it('is empty where there is none', () => {
    expect(readState(folder)).toEqual({})
  })

  it('is empty where it cannot be understood', () => {
    fs.mkdirSync(folder)
    fs.writeFileSync(file(), '{"database":{"port":"x"')
    expect(readState(folder)).toEqual({})
  })

  it('keeps what a change does not name', () => {
    writeState(folder, { loginKey: 'k' })
    writeState(folder, { database: { port: 1, password: 'p' } })
    expect(readState(folder)).toEqual({ loginKey: 'k', database: { port: 1, password: 'p' } })
  })

  it.skipIf(process.platform === 'win32')(
    'is readable by its owner alone, also where it was not before',
    () => {
      fs.mkdirSync(folder, { mode: 0o755 })
      writeState(folder, { loginKey: 'k' })
      expect([fs.statSync(folder).mode & 0o777, fs.statSync(file()).mode & 0o777]).toEqual([0o700, 0o600])
    },
  )
})
