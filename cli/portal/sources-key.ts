import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

// What no page is built from. Anything new counts until it is named here: a build too many is better than a stale page.
const NOT_BUILT = new Set(
  ['node_modules', 'content', 'evidence', 'docs', 'tests', 'cli', 'scripts', 'orchestrator', 'infra'].concat([
    'prisma/migrations',
    'prisma/client',
    'next-env.d.ts',
    'biome.json',
    'vitest.config.ts',
  ]),
)
const GENERATED = /\.(md|tsbuildinfo|d\.json\.ts|log)$/

/** One hash over names and contents of every file that the built pages depend on. */
export function sourcesKey(project: string): string {
  const hash = createHash('sha256')
  for (const name of builtFiles(project, ''))
    hash.update(`${name}\0`).update(
      createHash('sha256')
        .update(fs.readFileSync(path.join(project, name)))
        .digest(),
    )
  return hash.digest('hex')
}

function builtFiles(project: string, folder: string): string[] {
  return fs
    .readdirSync(path.join(project, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const name = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.name.startsWith('.') || NOT_BUILT.has(name) || GENERATED.test(name)) return []
      if (entry.isDirectory()) return builtFiles(project, name)
      return entry.isFile() ? [name] : []
    })
}
