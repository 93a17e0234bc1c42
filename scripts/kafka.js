import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { enter } from './enter.js'
import { Failure } from './failure.js'
import { handOver } from './hand-over.js'
import { install } from './install.js'

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [way = ''] = process.argv.slice(2)

await enter(async signal => {
  if (!['up', 'down'].includes(way))
    throw new Failure(`there is no “${way}”`, 'Run npm run kafka:up or npm run kafka:down.')
  await install(project, signal)
  return handOver(project, [path.join('infra', 'kafka', `${way}.ts`)], signal)
})
