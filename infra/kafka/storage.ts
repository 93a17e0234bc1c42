import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { plainEnvironment } from '#cli/env.ts'
import { run } from '#scripts/run.js'
import type { Runtime } from './broker-process.ts'

export interface ScramUser {
  readonly mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-512'
  readonly name: string
  readonly password: string
}

/** As the files of arguments of Java's launcher have it. */
const quoted = (text: string): string => `"${text.replaceAll(/[\\"]/g, '\\$&')}"`

/** Formats the data folder that the properties name, unless it has been. */
export async function formatStorage(
  { java, jars }: Runtime,
  folder: string,
  properties: string,
  users: readonly ScramUser[],
): Promise<void> {
  if (fs.existsSync(path.join(folder, 'data', 'meta.properties'))) return
  // A format that was interrupted is done anew.
  fs.rmSync(path.join(folder, 'data'), { recursive: true, force: true })
  const scram = users.flatMap(({ mechanism, name, password }) => [
    '--add-scram',
    `${mechanism}=[name=${name},password=${password}]`,
  ])
  // One that begins with a hyphen would be taken for an option.
  const cluster = randomBytes(16).toString('base64url').replace(/^-/, 'A')
  const args = ['-cp', path.join(jars, '*'), 'kafka.tools.StorageTool', 'format']
  args.push('--cluster-id', cluster, '--config', properties, ...scram)
  // In a file: everyone on the machine reads command lines, and there are passwords.
  const file = path.join(folder, 'format.args')
  fs.writeFileSync(file, args.map(quoted).join('\n'), { mode: 0o600 })
  try {
    await run(java, [`@${file}`], { cwd: folder, env: plainEnvironment() })
  } finally {
    fs.rmSync(file, { force: true })
  }
}
