import fs from 'node:fs'
import { cp, lchown, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { installedPostgres } from './binaries.ts'
import type { DatabaseHome } from './home.ts'

/** For root: a copy of PostgreSQL's programs where its own user can read them, renewed with their version. */
export async function copyBinaries({ postgres, user }: DatabaseHome): Promise<void> {
  if (!user) return
  const source = installedPostgres()
  const { version } = JSON.parse(fs.readFileSync(path.join(source, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const mark = path.join(postgres, 'version')
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === version) return
  await rm(postgres, { recursive: true, force: true })
  await cp(source, postgres, {
    recursive: true,
    verbatimSymlinks: true,
    filter: file => !/\.a$|[\\/]include[\\/]/.test(file),
  })
  for (const entry of ['.', ...(await readdir(postgres, { recursive: true }))])
    await lchown(path.join(postgres, entry), user.uid, user.gid)
  // Last: a copy that was interrupted has no mark and is made again.
  fs.writeFileSync(mark, version)
}
