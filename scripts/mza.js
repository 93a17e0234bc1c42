import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { enter } from './enter.js'
import { handOver } from './hand-over.js'
import { install } from './install.js'

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

await enter(async signal => {
  await install(project, signal)
  return handOver(project, [path.join('cli', 'mza.ts'), ...process.argv.slice(2)], signal)
})
