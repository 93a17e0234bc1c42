import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFiles } from '#cli/recording/write-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mza-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string) => path.join(folder, name)
const planned = (name: string, before: string | null, after: string) => ({
  source: { absolute: at(name), file: name, path: name },
  before: before === null ? null : Buffer.from(before),
  after: Buffer.from(after),
})

describe('files are written', () => {
  it('all, with the mode they had, and nothing is left beside them', async () => {
    writeFileSync(at('a'), 'old')
    chmodSync(at('a'), 0o640)
    await writeFiles([planned('a', 'old', 'new'), planned('b', null, 'made')])
    expect(readFileSync(at('a'), 'utf8') + readFileSync(at('b'), 'utf8')).toBe('newmade')
    expect(statSync(at('a')).mode & 0o777).toBe(0o640)
    expect(readdirSync(folder)).toEqual(['a', 'b'])
  })

  it.runIf(process.getuid?.() === 0)(
    'by the administrator, and stay whose they were; a new one is the owner of its folder’s',
    async () => {
      writeFileSync(at('a'), 'old')
      chmodSync(at('a'), 0o640)
      chownSync(at('a'), 12_345, 23_456)
      chownSync(folder, 34_567, 45_678)
      await writeFiles([planned('a', 'old', 'new'), planned('b', null, 'made')])
      expect(statSync(at('a'))).toMatchObject({ uid: 12_345, gid: 23_456, mode: 0o100_640 })
      expect(statSync(at('b'))).toMatchObject({ uid: 34_567, gid: 45_678 })
    },
  )

  it('or none, where one changed, came or went since it was read', async () => {
    writeFileSync(at('a'), 'old')
    for (const other of [planned('b', null, 'x'), planned('c', 'was', 'x')]) {
      writeFileSync(at('b'), 'by another')
      await expect(writeFiles([planned('a', 'old', 'new'), other])).rejects.toThrow(/was changed while/)
      expect(readFileSync(at('a'), 'utf8')).toBe('old')
    }
    await expect(writeFiles([planned('a', 'older', 'new')])).rejects.toThrow(/a was changed/)
    expect(readdirSync(folder)).toEqual(['a', 'b'])
  })

  it('or none, where one of them cannot be: what was written is put back', async () => {
    writeFileSync(at('a'), 'old')
    const refuses = { ...planned('c', null, 'x') }
    // A name that is free while it is looked at, and a folder when it is to be renamed to.
    let looks = 0
    const source = {
      ...refuses.source,
      get absolute() {
        looks += 1
        return looks > 2 ? at('d') : at('c')
      },
    }
    mkdirSync(at('d'))
    writeFileSync(path.join(at('d'), 'kept'), '')
    await expect(
      writeFiles([planned('a', 'old', 'new'), planned('b', null, 'new'), { ...refuses, source }]),
    ).rejects.toThrow()
    expect(readFileSync(at('a'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a', 'd'])
  })
})
