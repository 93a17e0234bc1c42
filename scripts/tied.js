import { spawn } from 'node:child_process'

// Runs a program that must not outlive whoever asked for it, even where that one is killed without a word.
const [command = '', ...args] = process.argv.slice(2)
const child = spawn(command, args, { stdio: 'inherit', windowsHide: true })
child.once('error', error => {
  console.error(error.message)
  process.exit(1)
})
child.once('exit', (code, ended) => process.exit(ended ? 1 : (code ?? 1)))
process.once('disconnect', () => {
  if (process.platform === 'win32') child.kill()
  // Zero: the process group that we lead, ourselves included.
  else process.kill(0, 'SIGKILL')
})
