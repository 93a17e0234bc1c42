import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** @typedef {{pid: number, port: number, token: string, about: string}} Holder */

/**
 * Takes a lock in the state folder. Its holder answers on a loopback port, so a lock left behind by a killed process,
 * even one whose process id has been given to another, is seen to be stale.
 * @param {string} folder the state folder
 * @param {string} name
 * @param {string} about what the holder is, for who finds the lock taken
 * @returns {Promise<{release: () => void} | {holder: Holder}>}
 */
export async function takeLock(folder, name, about) {
  const token = randomBytes(16).toString('hex')
  const server = net.createServer(socket => socket.on('error', () => {}).end(token))
  await new Promise((resolve, reject) =>
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(null)),
  )
  server.unref()
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const file = lockFile(folder, name)
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (;;) {
    try {
      fs.writeFileSync(file, JSON.stringify({ pid: process.pid, port, token, about }), {
        flag: 'wx',
        mode: 0o600,
      })
      const release = () => {
        server.close()
        if (read(file)?.token === token) fs.rmSync(file, { force: true })
      }
      return { release }
    } catch (error) {
      if (Reflect.get(Object(error), 'code') !== 'EEXIST') {
        server.close()
        throw error
      }
    }
    const holder = await lockHolder(folder, name)
    if (holder) {
      server.close()
      return { holder }
    }
    fs.rmSync(file, { force: true })
  }
}

/**
 * Who holds a lock now, if anyone does.
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<Holder | null>}
 */
export async function lockHolder(folder, name) {
  const file = lockFile(folder, name)
  for (let tries = 0; tries < 10; tries++) {
    if (!fs.existsSync(file)) return null
    const holder = read(file)
    if (holder) return (await answers(holder)) ? holder : null
    // Empty: its writer has created it and not filled it yet.
    await wait(50)
  }
  return null
}

/** @param {string} folder @param {string} name */
const lockFile = (folder, name) => path.join(folder, `${name}.lock`)

/** @param {string} file @returns {Holder | null} */
function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** @param {Holder} holder @returns {Promise<boolean>} */
const answers = ({ port, token }) =>
  new Promise(resolve => {
    let heard = ''
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 2000 })
    const end = () => {
      socket.destroy()
      resolve(heard === token)
    }
    socket.on('data', chunk => {
      heard += chunk
    })
    socket.once('end', end).once('error', end).once('timeout', end)
  })
