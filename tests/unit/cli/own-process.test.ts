import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { isOwnProcess } from '#cli/own-process.ts'

/** Beyond where a listing of processes would cut a line for a terminal. */
const WORDS = `${'a'.repeat(200)} the end`

test.skipIf(process.platform === 'win32')(
  'a process is known by the words that it was started with, however long, and by no others, until it ends',
  async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()', WORDS])
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(child, 'spawn')
    const { pid = 0 } = child
    expect([isOwnProcess(pid, WORDS), isOwnProcess(pid, 'other words')]).toEqual([true, false])
    child.stdin.end()
    await once(child, 'exit')
    expect(isOwnProcess(pid, WORDS)).toBe(false)
  },
)
