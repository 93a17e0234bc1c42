import fs from 'node:fs'
import path from 'node:path'
import { PROJECT } from '#cli/project.ts'

const OUTPUT = path.join(PROJECT, 'tests', 'output')
const LEFT_OUT = new Set(['node_modules', '.git', '.mza', '.next/cache', '.next/dev', 'tests', 'docs'])

/**
 * A copy of the project as it stands, pages built, in a folder with a space and Georgian letters in its name. It
 * shares the project's packages.
 */
export function makeClone(): string {
  fs.mkdirSync(OUTPUT, { recursive: true })
  const folder = path.join(fs.mkdtempSync(path.join(OUTPUT, 'clone ')), 'მზა')
  for (const name of fs.readdirSync(PROJECT))
    if (!LEFT_OUT.has(name))
      fs.cpSync(path.join(PROJECT, name), path.join(folder, name), {
        recursive: true,
        filter: file => !LEFT_OUT.has(path.relative(PROJECT, file)),
      })
  fs.symlinkSync(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
  return folder
}

export const removeClone = (folder: string): void =>
  fs.rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 3 })

/** Breaks the status of the first workstream in a clone's checklist, and gives back how to mend it. */
export function breakContent(clone: string): () => void {
  const file = path.join(clone, 'content', '80_chain', 'no-rework-migration-checklist', 'en.md')
  const text = fs.readFileSync(file, 'utf8')
  fs.writeFileSync(file, text.replace(/\bDONE\s*\|/, 'FINISHED |'))
  return () => fs.writeFileSync(file, text)
}
