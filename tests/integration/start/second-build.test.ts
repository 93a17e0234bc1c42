import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { plainEnvironment } from '#cli/env.ts'
import { PROJECT } from '#cli/project.ts'
import { run } from '#scripts/run.js'
import { KEPT_PROMISES, promisesOf } from '#tests/build-manifest.ts'

const NEEDED = [
  ...['app', 'components', 'features', 'messages', 'prisma', 'public', 'server', 'cli', 'scripts', 'content'],
  ...[
    'instrumentation.ts',
    'next.config.js',
    'package.json',
    'package-lock.json',
    'postcss.config.js',
    'tsconfig.json',
  ],
]

/** The sources alone, beside packages of their own, outside of the project. */
async function copySources(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mza-build-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  for (const name of NEEDED) fs.cpSync(path.join(PROJECT, name), path.join(folder, name), { recursive: true })
  const packages = [path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules')]
  // Linked file by file, which costs no space; copied where the folder lies on another disk.
  await run('cp', ['-al', ...packages]).catch(async () => {
    fs.rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true })
    await run('cp', ['-a', ...packages])
  })
  return folder
}

test('a second build, elsewhere and from nothing, keeps the promises of the first', async () => {
  const folder = await copySources()
  const next = path.join(folder, 'node_modules', 'next', 'dist', 'bin', 'next')
  const env = {
    ...plainEnvironment(),
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    CI: '1',
  } as const
  await run(process.execPath, [next, 'build'], { cwd: folder, env, tied: true })
  expect(promisesOf(path.join(folder, '.next'))).toEqual(KEPT_PROMISES)
}, 300_000)
