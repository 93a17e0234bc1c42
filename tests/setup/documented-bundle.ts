import fs from 'node:fs'
import path from 'node:path'

/** What docs/evidence-format.md says. */
export const evidenceFormat = (): string => fs.readFileSync('docs/evidence-format.md', 'utf8')

const FILE = /^`evidence\/([^`]+)`\n\n```jsonl?\n(.*?)```$/gms

/**
 * Writes the example of docs/evidence-format.md, as a reader would copy it.
 * @returns the folders of its files, relative to the evidence folder
 */
export function writeDocumentedBundle(evidenceFolder: string): string[] {
  const folders = new Set<string>()
  for (const [, name = '', text = ''] of evidenceFormat().matchAll(FILE)) {
    const file = path.join(evidenceFolder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
    folders.add(path.dirname(name))
  }
  return [...folders]
}

const FINDING = /^\| `([a-z-]+)` *\| (passed|failed|warned|not-run) *\|$/gm

/** What the document says that each check finds in its example. */
export const documentedFindings = (): [string, string][] =>
  [...evidenceFormat().matchAll(FINDING)].map(([, check = '', finding = '']) => [check, finding])
