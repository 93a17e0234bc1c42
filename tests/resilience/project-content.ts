import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PROJECT } from '#cli/project.ts'
import { type ChangingContent, changingContent } from './changing-content.ts'

const CHANGED = path.join('10_normative', 'authority-of-georgian-texts', 'en.md')

/** A copy of the project's content that changes. */
export function projectContent(databaseUrl: string): ChangingContent & { remove(): void } {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'mza-changing-'))
  fs.cpSync(path.join(PROJECT, 'content'), folder, { recursive: true })
  const file = path.join(folder, CHANGED)
  const text = fs.readFileSync(file, 'utf8')
  return {
    ...changingContent(folder, databaseUrl, state => fs.writeFileSync(file, `${text}\nState ${state}.\n`)),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}
