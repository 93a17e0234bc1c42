import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { DatabaseHome } from './home.ts'
import { runProgram } from './run-program.ts'

/** Port of the server that runs on the data folder; null: none runs. */
export function runningPort(home: DatabaseHome): number | null {
  const [pid, , , port] = read(path.join(home.data, 'postmaster.pid')).split('\n')
  return pid && isPostmaster(Number(pid), home.data) ? Number(port) : null
}

/** Starts the server on a port and waits until it answers. It outlives this process until it is stopped. */
export async function startServer(home: DatabaseHome, port: number): Promise<void> {
  // A killed server's file stops the next one if its process id has since been given to another program.
  fs.rmSync(path.join(home.data, 'postmaster.pid'), { force: true })
  try {
    await runProgram(home, 'pg_ctl', [
      'start',
      '-w',
      '-s',
      '-t',
      '60',
      '-D',
      home.data,
      '-l',
      home.log,
      '-o',
      `-p ${port}`,
    ])
  } catch (error) {
    throw new Error(`${lastLines(read(home.log))}\n${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}

/** Stops the server, ending what its clients do. */
export async function stopServer(home: DatabaseHome): Promise<void> {
  if (runningPort(home) === null) return
  const stop = (mode: string, seconds: number) =>
    runProgram(home, 'pg_ctl', ['stop', '-w', '-s', '-t', String(seconds), '-m', mode, '-D', home.data])
  await stop('fast', 20).catch(() => stop('immediate', 10))
}

/** Whether a process is this data folder's server and not another program that was given its id. */
function isPostmaster(pid: number, data: string): boolean {
  if (process.platform === 'win32') return isAlive(pid)
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).includes(data)
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.includes('postgres')
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const lastLines = (text: string) => text.trimEnd().split('\n').slice(-5).join('\n')
