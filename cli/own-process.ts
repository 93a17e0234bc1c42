import { spawnSync } from 'node:child_process'
import { textIn } from '#cli/text-in.ts'

/**
 * Whether a process is the one that was started with these words, and not another program that was given its id.
 * @param words of its command line; Windows does not tell that, and there any process of the id will do
 */
export function isOwnProcess(pid: number, words: string): boolean {
  if (process.platform === 'win32') return isAlive(pid)
  if (process.platform === 'linux') return textIn(`/proc/${pid}/cmdline`).includes(words)
  // Written to no terminal, `ps` would cut long lines.
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.includes(words)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
