import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockHolder, takeLock } from '#scripts/lock.js'
import { freePort } from '#scripts/port.js'

let folder: string
const servers: net.Server[] = []
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-lock-'))
})
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  fs.rmSync(folder, { recursive: true })
})

const leave = (holder: { pid: number; port: number }) =>
  fs.writeFileSync(
    path.join(folder, 'portal.1.lock'),
    JSON.stringify({ ...holder, token: 't', about: 'killed' }),
  )

const listen = async (greet: (socket: net.Socket) => void) => {
  const server = net.createServer(greet)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
const silentPort = () => listen(() => {})

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
    leave({ pid: process.pid, port: await freePort() })
    expect(await lockHolder(folder, 'portal')).toBeNull()
    const lock = await takeLock(folder, 'portal', 'next')
    expect(lock).toHaveProperty('release')
    if ('release' in lock) lock.release()
  })

  it('left by a killed process goes to one of many who find it at once', async () => {
    leave({ pid: process.pid, port: await freePort() })
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) => takeLock(folder, 'portal', String(index))),
    )
    expect(all.filter(lock => 'release' in lock)).toHaveLength(1)
    expect(fs.readdirSync(folder)).toEqual(['portal.2.lock'])
    for (const lock of all) if ('release' in lock) lock.release()
  })

  it('of a process too busy to answer is held', async () => {
    leave({ pid: process.pid, port: await silentPort() })
    expect(await takeLock(folder, 'portal', 'next')).toMatchObject({ holder: { about: 'killed' } })
    expect(fs.readdirSync(folder)).toEqual(['portal.1.lock'])
  })

  it('of a killed process is stale where another program got its port and says nothing', async () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    leave({ pid, port: await silentPort() })
    expect(await lockHolder(folder, 'portal')).toBeNull()
  })

  it('is stale where another program got its port and says something else', async () => {
    leave({ pid: process.pid, port: await listen(socket => socket.write('220 mail')) })
    expect(await lockHolder(folder, 'portal')).toBeNull()
  })

  it('left half written does not last', async () => {
    fs.writeFileSync(path.join(folder, 'portal.1.lock'), '')
    const lock = await takeLock(folder, 'portal', 'next')
    expect(lock).toHaveProperty('release')
    if ('release' in lock) lock.release()
  })
})
