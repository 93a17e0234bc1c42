import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { enter } from './enter.js'
import { handOver } from './hand-over.js'
import { install } from './install.js'

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [entry = '', ...args] = process.argv.slice(2)

// Standard output is for what the entry has to say, one JSON object.
process.stdout.write = process.stderr.write.bind(process.stderr)

await enter(async signal => {
  await install(project, signal)
  return handOver(project, [path.join('orchestrator', `${entry}.ts`), ...args], signal)
})
