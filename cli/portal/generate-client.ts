import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { run } from '#scripts/run.js'
import { step } from '#scripts/step.js'

const FOLDER = path.join(PROJECT, 'prisma')
const MARK = path.join(FOLDER, 'client', '.key')

/** Generates Prisma's client unless it is there for this schema and this version of Prisma. */
export async function generateClient(signal: AbortSignal): Promise<void> {
  const prisma = path.join(PROJECT, 'node_modules', 'prisma')
  const key = createHash('sha256')
    .update(fs.readFileSync(path.join(FOLDER, 'schema.prisma')))
    .update(fs.readFileSync(path.join(prisma, 'package.json')))
    .digest('hex')
  if (fs.existsSync(MARK) && fs.readFileSync(MARK, 'utf8') === key) return
  await step('generate the database client', async () => {
    fs.rmSync(MARK, { force: true })
    // Prisma wants its own engine, which it does not use here; any file that exists will do.
    const env = {
      ...plainEnvironment(),
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
    }
    const args = [
      path.join(prisma, 'build', 'index.js'),
      'generate',
      '--schema',
      path.join(FOLDER, 'schema.prisma'),
    ]
    await run(process.execPath, args, { cwd: PROJECT, env, signal })
    fs.writeFileSync(MARK, key)
  })
}
