import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { enter } from './enter.js'
import { Failure } from './failure.js'
import { handOver } from './hand-over.js'
import { install } from './install.js'
import { lockHolder } from './lock.js'
import { checkPort } from './port.js'

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

await enter(async signal => {
  const running = await lockHolder(path.join(project, '.mza'), 'portal')
  if (running)
    throw new Failure(
      `the portal of this folder is already running or starting: ${running.about} (process ${running.pid})`,
      'Use that one, or press Ctrl-C where it runs and start again.',
    )
  const { PORT = '3000', HOST = '127.0.0.1' } = process.env
  const port = Number(PORT)
  if (Number.isInteger(port) && port > 0 && port < 65_536) await checkPort(HOST, port)
  await install(project, signal)
  return handOver(project, [path.join('cli', 'mza.ts'), 'start'], signal)
})
