import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Diagnostic, type Place, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import { SLUG } from '#features/document/category-model.ts'
import type { ContentDocument, ContentFile } from '#features/document/content-model.ts'
import { isTextLocale } from '#features/localization/locale-model.ts'

const SYMLINK: Rule = {
  code: 'symlink',
  severity: 'error',
  mend: 'Put the file itself there, not a link to it.',
}
const SPECIAL: Rule = {
  code: 'special-file',
  severity: 'error',
  mend: 'Remove it; content is files and folders.',
}
const NAME: Rule = {
  code: 'content-name',
  severity: 'error',
  mend: 'Rename it with small Latin letters, digits, `.`, `_` and `-`.',
}
const STRAY: Rule = {
  code: 'stray-file',
  severity: 'warning',
  mend: 'Move it elsewhere; the portal does not show it.',
}
const DEPTH: Rule = {
  code: 'content-depth',
  severity: 'error',
  mend: 'Put documents at most 16 folders deep.',
}
const MISSING: Rule = {
  code: 'content-missing',
  severity: 'error',
  mend: 'Name the folder of the content in MZA_CONTENT.',
}

const LEDGER = 'change-log.jsonl'
const POLICIES = ['categories.yaml', 'glossary.yaml', 'roles.yaml']
const MAX_DEPTH = 16

/** Everything below the content folder that is content, in the order of its names. */
export interface ContentTree {
  /** The folder itself. */
  readonly place: Place
  readonly policies: readonly ContentFile[]
  readonly documents: readonly ContentDocument[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Walk {
  readonly place: Place
  readonly root: string
  readonly policies: ContentFile[]
  readonly documents: ContentDocument[]
  readonly diagnostics: Diagnostic[]
}

const shownPath = (absolute: string) =>
  path.relative(process.cwd(), absolute).split(path.sep).join('/') || '.'

function fileAt({ root }: Walk, inside: string): ContentFile {
  const absolute = path.join(root, inside)
  return { absolute, file: shownPath(absolute), path: inside }
}

/** A content folder as the place of what is wrong with it as a whole. */
export const contentPlace = (root: string): Place => ({
  file: shownPath(path.resolve(root)),
  line: 1,
  column: 1,
})

const complain = (walk: Walk, rule: Rule, inside: string, message: string) => {
  walk.diagnostics.push(report(rule, { file: fileAt(walk, inside).file, line: 1, column: 1 }, message))
}

/** Whether an entry is a file or folder by a name the portal can use; where not, says so. */
function isUsable(walk: Walk, entry: Dirent, inside: string): boolean {
  if (entry.isSymbolicLink())
    complain(walk, SYMLINK, inside, 'expected a file or folder, found a symbolic link')
  else if (!entry.isFile() && !entry.isDirectory())
    complain(walk, SPECIAL, inside, 'expected a file or folder, found neither')
  else if (entry.isFile() && !/\.md$/i.test(entry.name)) return true
  else if (!SLUG.test(entry.name))
    complain(walk, NAME, inside, `expected a name for addresses, found ${entry.name}`)
  else return true
  return false
}

/** What lies in a folder below a category. */
function readFolder(walk: Walk, folder: string, files: readonly string[]): void {
  const [category = '', ...slug] = folder.split('/')
  const sourceAt = (name: string) => fileAt(walk, `${folder}/${name}`)
  const locales =
    slug.length > 0 ? files.filter(name => name.endsWith('.md') && isTextLocale(name.slice(0, -3))) : []
  const isDocument = locales.length > 0
  const ledger = isDocument && files.includes(LEDGER) ? sourceAt(LEDGER) : null
  if (isDocument) {
    const texts = locales.flatMap(name => {
      const locale = name.slice(0, -3)
      return isTextLocale(locale) ? [{ locale, source: sourceAt(name) }] : []
    })
    walk.documents.push({ path: folder, category, texts, ledger })
  }
  for (const name of files) {
    if (locales.includes(name) || (ledger && name === LEDGER)) continue
    if (!name.endsWith('.md'))
      complain(walk, STRAY, `${folder}/${name}`, `expected a text or ${LEDGER}, found ${name}`)
    else {
      const texts = [{ locale: null, source: sourceAt(name) }]
      walk.documents.push({ path: `${folder}/${name.slice(0, -3)}`, category, texts, ledger: null })
    }
  }
}

async function visitFolder(walk: Walk, folder: string, depth: number): Promise<void> {
  const entries = await readdir(path.join(walk.root, folder), { withFileTypes: true })
  const visible = entries
    // `.gitattributes`, `.gitkeep` and what systems leave behind; a link is refused by any name.
    .filter(entry => !entry.name.startsWith('.') || entry.isSymbolicLink())
    .filter(entry => isUsable(walk, entry, path.posix.join(folder, entry.name)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const files = visible.filter(entry => entry.isFile()).map(entry => entry.name)
  if (folder !== '') readFolder(walk, folder, files)
  for (const name of folder === '' ? files : []) {
    if (POLICIES.includes(name)) walk.policies.push(fileAt(walk, name))
    else complain(walk, STRAY, name, `expected ${POLICIES.join(' or ')}, found ${name}`)
  }
  for (const entry of visible.filter(candidate => candidate.isDirectory())) {
    const inside = path.posix.join(folder, entry.name)
    if (depth === MAX_DEPTH)
      complain(walk, DEPTH, inside, `expected at most ${MAX_DEPTH} folders, found more`)
    else await visitFolder(walk, inside, depth + 1)
  }
}

/** Lists the documents below a content folder (DESIGN 5). Follows no symbolic link, and reads no file. */
export async function walkContent(root: string): Promise<ContentTree> {
  const absolute = path.resolve(root)
  const walk: Walk = {
    place: contentPlace(root),
    root: absolute,
    policies: [],
    documents: [],
    diagnostics: [],
  }
  try {
    await visitFolder(walk, '', 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    complain(walk, MISSING, '', `expected a folder that can be read, found ${error.code}`)
  }
  return walk
}
