import fs from 'node:fs'
import path from 'node:path'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { run } from '#scripts/run.js'
import { step } from '#scripts/step.js'
import { sourcesKey } from './sources-key.ts'

const MARK = path.join(PROJECT, '.next', 'mza-sources')

const isBuilt = (): boolean => fs.existsSync(MARK) && fs.readFileSync(MARK, 'utf8') === sourcesKey(PROJECT)

/** Builds the pages unless they stand built from the sources as they are. */
export async function build(signal: AbortSignal): Promise<void> {
  if (isBuilt()) return
  await step('build the pages', async note => {
    const key = sourcesKey(PROJECT)
    fs.rmSync(MARK, { force: true })
    const env = {
      ...plainEnvironment(),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      CI: '1',
    } as const
    const next = path.join(PROJECT, 'node_modules', 'next', 'dist', 'bin', 'next')
    const onText = (text: string) => note(STAGES.findLast(stage => text.includes(stage)) ?? '')
    await run(process.execPath, [next, 'build'], { cwd: PROJECT, env, signal, onText, tied: true })
    note('')
    // Last: an interrupted build has no mark and is made again.
    fs.writeFileSync(MARK, key)
  })
}

const STAGES = ['compiled', 'TypeScript', 'Collecting', 'Generating', 'Finalizing']
