import fs from 'node:fs'

/** What a file says; nothing where it cannot be read. */
export function textIn(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
