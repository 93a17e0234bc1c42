import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'

/** @typedef {{pid: number, port: number, token: string, about: string}} Holder */

/**
 * Takes a lock in the state folder. Its holder listens on a loopback port, so a lock left behind by a killed process,
 * even one whose process id has been given to another, is seen to be stale. A holder too busy to answer holds it.
 *
 * Every taking is a file of its own, numbered one above the last; a file goes only once there is a higher one. So the
 * highest number never falls, of many who find a lock stale one makes the next, and nobody removes a lock that is held.
 * @param {string} folder the state folder
 * @param {string} name
 * @param {string} about what the holder is, for who finds the lock taken
 * @returns {Promise<{release: () => void} | {holder: Holder}>}
 */
export async function takeLock(folder, name, about) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const token = randomBytes(16).toString('hex')
  const { server, port } = await answerWith(token)
  const content = JSON.stringify({ pid: process.pid, port, token, about })
  try {
    for (;;) {
      const [last = 0] = numbers(folder, name)
      const holder = read(lockFile(folder, name, last))
      if (holder && (await isHeld(holder))) {
        server.close()
        return { holder }
      }
      const mine = last + 1
      const file = lockFile(folder, name, mine)
      if (!createWhole(file, content)) continue
      const [highest, ...older] = numbers(folder, name)
      if (highest === mine) {
        for (const number of older) fs.rmSync(lockFile(folder, name, number), { force: true })
        return { release: () => release(file, server) }
      }
      // The last one was no longer the last.
      fs.rmSync(file, { force: true })
    }
  } catch (error) {
    server.close()
    throw error
  }
}

/**
 * Who holds a lock now, if anyone does.
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<Holder | null>}
 */
export async function lockHolder(folder, name) {
  const [last = 0] = numbers(folder, name)
  const holder = read(lockFile(folder, name, last))
  return holder && (await isHeld(holder)) ? holder : null
}

/**
 * The numbers that a lock's files bear, highest first.
 * @param {string} folder @param {string} name
 * @returns {number[]}
 */
function numbers(folder, name) {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .flatMap(file => {
      const [, of, number] = /^(.+)\.(\d+)\.lock$/.exec(file) ?? []
      return of === name ? [Number(number)] : []
    })
    .sort((a, b) => b - a)
}

/** @param {string} folder @param {string} name @param {number} number */
const lockFile = (folder, name, number) => path.join(folder, `${name}.${number}.lock`)

/** @param {string} token @returns {Promise<{server: net.Server, port: number}>} */
const answerWith = token =>
  new Promise((resolve, reject) => {
    const server = net.createServer(socket => socket.on('error', () => {}).end(token))
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.unref()
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 })
    })
  })

/** @param {string} file @param {net.Server} server */
function release(file, server) {
  // Emptied, not removed: its number must not be given again.
  if (fs.existsSync(file)) fs.truncateSync(file)
  server.close()
}

/**
 * Creates a file, at once with all it holds, unless there is one of that name.
 * @param {string} file @param {string} content
 * @returns {boolean} whether it did
 */
function createWhole(file, content) {
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  try {
    fs.writeFileSync(draft, content, { mode: 0o600 })
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

/** @param {string} file @returns {Holder | null} null where there is none, or it has let go */
function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** @param {unknown} error @returns {unknown} */
const codeOf = error => Reflect.get(Object(error), 'code')

const PATIENCE_MS = 500

/**
 * Whether a holder still lives: its port must be listened on, by itself. Silence is no sign that it has ended.
 * @param {Holder} holder
 * @returns {Promise<boolean>}
 */
const isHeld = ({ pid, port, token }) =>
  new Promise(resolve => {
    if (!isAlive(pid)) return resolve(false)
    let heard = ''
    const socket = net.connect({ port, host: '127.0.0.1', timeout: PATIENCE_MS })
    const settle = (/** @type {boolean} */ held) => {
      socket.destroy()
      resolve(held)
    }
    socket.on('data', chunk => {
      heard += chunk
      if (heard === token || !token.startsWith(heard)) settle(heard === token)
    })
    socket.once('timeout', () => settle(true)).once('end', () => settle(heard === token))
    socket.once('error', error => settle(!['ECONNREFUSED', 'ECONNRESET'].includes(String(codeOf(error)))))
  })

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
