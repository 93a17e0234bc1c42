import fs from 'node:fs'
import path from 'node:path'
import { isOwnProcess } from '#cli/own-process.ts'
import { textIn } from '#cli/text-in.ts'
import type { DatabaseHome } from './home.ts'
import { runProgram } from './run-program.ts'

/** Port of the server that runs on the data folder; null: none runs. */
export function runningPort(home: DatabaseHome): number | null {
  const [pid, , , port] = textIn(path.join(home.data, 'postmaster.pid')).split('\n')
  return pid && isOwnProcess(Number(pid), home.data) ? Number(port) : null
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
    throw new Error(`${lastLines(textIn(home.log))}\n${error instanceof Error ? error.message : error}`, {
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

const lastLines = (text: string) => text.trimEnd().split('\n').slice(-5).join('\n')
