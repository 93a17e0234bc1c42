import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockHolder, takeLock } from '#scripts/lock.js'
import { freePort } from '#scripts/port.js'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-lock-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

describe('a lock', () => {
  it('tells who finds it taken what its holder is', async () => {
    const lock = await takeLock(folder, 'portal', 'http://127.0.0.1:3000')
    const second = await takeLock(folder, 'portal', 'another')
    expect(second).toMatchObject({ holder: { pid: process.pid, about: 'http://127.0.0.1:3000' } })
    expect('release' in lock && lock.release()).toBeUndefined()
    expect(await lockHolder(folder, 'portal')).toBeNull()
  })

  it('goes to one of many who want it at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) => takeLock(folder, 'x', String(index))),
    )
    expect(all.filter(lock => 'release' in lock)).toHaveLength(1)
    for (const lock of all) if ('release' in lock) lock.release()
  })

  it('of a killed process is stale, even where its process id lives on in another', async () => {
    const leftover = { pid: process.pid, port: await freePort(), token: 't', about: 'killed' }
    fs.writeFileSync(path.join(folder, 'portal.lock'), JSON.stringify(leftover))
    expect(await lockHolder(folder, 'portal')).toBeNull()
    const lock = await takeLock(folder, 'portal', 'next')
    expect(lock).toHaveProperty('release')
    if ('release' in lock) lock.release()
  })

  it('left half written does not last', async () => {
    fs.writeFileSync(path.join(folder, 'portal.lock'), '')
    const lock = await takeLock(folder, 'portal', 'next')
    expect(lock).toHaveProperty('release')
    if ('release' in lock) lock.release()
  })
})
