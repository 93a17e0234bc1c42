import fs from 'node:fs'
import net from 'node:net'
import { Failure } from './failure.js'

/**
 * Sees to it early, before the long steps, that the gate will be able to listen.
 * @param {string} host
 * @param {number} port
 * @param {string} variable that sets the port
 * @throws {Failure} saying who has the port, where that can be found out
 */
export async function checkPort(host, port, variable = 'PORT') {
  const error = await listenOnce(host, port)
  if (!error) return
  const code = Reflect.get(error, 'code')
  if (code === 'EADDRINUSE') {
    const who = portUser(port)
    throw new Failure(
      `port ${port} is in use${who ? ` by ${who}` : ''}`,
      `Stop that program, or start with another port: ${variable}=${port < 65_535 ? port + 1 : 3000} npm start`,
      error,
    )
  }
  if (code === 'EACCES')
    throw new Failure(
      `port ${port} may be used by root alone`,
      `Start with a port above 1023: ${variable}=3000 npm start`,
      error,
    )
  throw new Failure(
    `cannot listen on ${host} (${error.message})`,
    'Set HOST to an address of this machine, such as 127.0.0.1.',
    error,
  )
}

/** A port of the loopback address that is free now. @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * Whether nobody listens on a port of the loopback address.
 * @param {number} port
 */
export const isFree = async port => (await listenOnce('127.0.0.1', port)) === null

/** @param {string} host @param {number} port @returns {Promise<Error | null>} */
const listenOnce = (host, port) =>
  new Promise(resolve => {
    const server = net.createServer()
    server
      .once('error', resolve)
      .listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })

/**
 * Name and process id of who listens on a port. Linux only, and only what the asking user may see.
 * @param {number} port
 * @returns {string | null}
 */
function portUser(port) {
  try {
    const hex = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
    const inodes = ['/proc/net/tcp', '/proc/net/tcp6']
      .filter(file => fs.existsSync(file))
      .flatMap(file => fs.readFileSync(file, 'utf8').split('\n'))
      .map(line => line.trim().split(/\s+/))
      .filter(fields => fields[1]?.endsWith(hex) && fields[3] === '0A')
      .map(fields => `socket:[${fields[9]}]`)
    for (const pid of fs.readdirSync('/proc').filter(name => /^\d+$/.test(name)))
      if (openFiles(pid).some(file => inodes.includes(file)))
        return `${fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (process ${pid})`
  } catch {
    // No /proc here, or it may not be read: the message does without the name.
  }
  return null
}

/** @param {string} pid @returns {string[]} */
const openFiles = pid => {
  const folder = `/proc/${pid}/fd`
  return attempt(() => fs.readdirSync(folder), []).map(name =>
    attempt(() => fs.readlinkSync(`${folder}/${name}`), ''),
  )
}

/**
 * Processes and their files may be another user's, or gone by now.
 * @template T
 * @param {() => T} read
 * @param {T} otherwise
 */
function attempt(read, otherwise) {
  try {
    return read()
  } catch {
    return otherwise
  }
}
