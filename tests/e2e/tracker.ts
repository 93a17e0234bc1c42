import fs from 'node:fs'
import path from 'node:path'
import { CHECKLIST, type Locale } from './places.ts'

const CONTENT = path.resolve(import.meta.dirname, '../../content')

/** A row of the tracker table as its authors wrote it. */
export interface Row {
  readonly number: number
  readonly title: string
  readonly owner: string
  readonly target: string
  readonly status: string
}

/** The checklist's file, read by this test's own eyes and not by the portal's parser. */
export const checklistText = (locale: Locale): string =>
  fs.readFileSync(path.join(CONTENT, CHECKLIST.replace('/docs/', ''), `${locale}.md`), 'utf8')

/** The rows of the tracker table in the checklist's file. */
export const trackerOf = (locale: Locale): Row[] =>
  checklistText(locale)
    .split('\n')
    .filter(line => /^\| \d/.test(line))
    .map(line => {
      const [, number = '', title = '', owner = '', target = '', status = ''] = line
        .split('|')
        .map(cell => cell.trim())
      return { number: Number(number), title, owner, target, status: status.replace(/^\S+ /, '') }
    })

/** The blocker note in the checklist's file, as plain words. */
export const blockerOf = (locale: Locale): string =>
  /^> 🔴 BLOCKED: (.+)$/m.exec(checklistText(locale))?.[1]?.replaceAll('`', '') ?? 'no blocker note'
