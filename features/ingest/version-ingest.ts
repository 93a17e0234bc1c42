import { documentHash } from '#features/checklist/document-hash-rules.ts'
import { parseLedger } from '#features/checklist/ledger-rules.ts'
import { readBytes } from '#features/document/bytes-rules.ts'
import type { ContentDocument, ContentFile } from '#features/document/content-model.ts'
import { readDocumentFiles } from '#features/document/document-ingest.ts'
import { MAX_LEDGER_BYTES } from '#features/document/file-ingest.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import { factsOf } from '#features/document/text-facts-rules.ts'
import { readBlobs } from '#features/ingest/blobs-ingest.ts'
import { askGit } from '#features/ingest/git-ingest.ts'
import { isTextLocale, type TextLocale } from '#features/localization/locale-model.ts'

/** How far back a version is looked for, in commits that touched the document. */
const MAX_COMMITS = 200

const LEDGER = 'change-log.jsonl'
const ENTRY = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/

/** A document as a commit had it. */
export interface Version {
  readonly commit: string
  /** The committer's, ISO 8601. */
  readonly time: string
  readonly document: ReadDocument
}

interface Tree {
  readonly texts: readonly { readonly locale: TextLocale; readonly blob: string }[]
  readonly ledger: string | null
}

async function readTree(folder: string, commit: string, path: string): Promise<Tree> {
  const { output } = await askGit(folder, ['ls-tree', '-z', commit, '--', `${path}/`])
  const entries = output
    .toString()
    .split('\0')
    .flatMap(entry => {
      const [, blob, file = ''] = ENTRY.exec(entry) ?? []
      return blob === undefined ? [] : [{ blob, name: file.slice(file.lastIndexOf('/') + 1) }]
    })
  return {
    texts: entries.flatMap(({ blob, name }) => {
      const locale = name.replace(/\.md$/, '')
      return name.endsWith('.md') && isTextLocale(locale) ? [{ locale, blob }] : []
    }),
    ledger: entries.find(({ name }) => name === LEDGER)?.blob ?? null,
  }
}

/** Remembers what it read: neighbouring versions have most of their blobs and lines in common. */
class Blobs {
  readonly #folder: string
  readonly #bytes = new Map<string, Buffer>()
  readonly #hashOfLine = new Map<string, readonly string[]>()

  constructor(folder: string) {
    this.#folder = folder
  }

  async read(blobs: readonly string[]): Promise<void> {
    const unread = blobs.filter(blob => !this.#bytes.has(blob))
    await readBlobs(this.#folder, unread, MAX_LEDGER_BYTES, (blob, bytes) => this.#bytes.set(blob, bytes))
  }

  bytes(blob: string): Buffer {
    return this.#bytes.get(blob) ?? Buffer.alloc(0)
  }

  textHash(blob: string): string {
    const { text } = readBytes(blob, this.bytes(blob))
    return factsOf(blob, text ?? '', null).hash
  }

  lineHashes(blob: string): Set<string> {
    const { text } = readBytes(blob, this.bytes(blob))
    return new Set((text ?? '').split('\n').flatMap(line => this.#hashesOf(line)))
  }

  #hashesOf(line: string): readonly string[] {
    const known = this.#hashOfLine.get(line) ?? parseLedger(LEDGER, line).lines.map(({ hash }) => hash)
    this.#hashOfLine.set(line, known)
    return known
  }
}

const hashOf = ({ texts, ledger }: Tree, blobs: Blobs): string =>
  documentHash(
    texts.map(({ locale, blob }) => ({ locale, hash: blobs.textHash(blob) })),
    ledger === null ? [] : [...blobs.lineHashes(ledger)].map(hash => ({ hash })),
  )

function contentOf(
  { path, category }: ContentDocument,
  { texts, ledger }: Tree,
  blobs: Blobs,
): ContentDocument {
  const fileOf = (name: string, blob: string): ContentFile => ({
    absolute: name,
    file: `${path}/${name}`,
    path: `${path}/${name}`,
    bytes: blobs.bytes(blob),
  })
  return {
    path,
    category,
    texts: texts.map(({ locale, blob }) => ({ locale, source: fileOf(`${locale}.md`, blob) })),
    ledger: ledger === null ? null : fileOf(LEDGER, ledger),
  }
}

/** The newest version of a document, among the commits that led to HEAD, whose files have a hash; null where none has. */
export async function findVersion(
  folder: string,
  found: ContentDocument,
  wanted: string,
  now: Date,
): Promise<Version | null> {
  const log = await askGit(folder, [
    'log',
    `--max-count=${MAX_COMMITS}`,
    '--format=%H %cI',
    'HEAD',
    '--',
    `${found.path}/`,
  ])
  const blobs = new Blobs(folder)
  for (const entry of log.error === null ? log.output.toString().trim().split('\n') : []) {
    const [commit = '', time = ''] = entry.split(' ')
    if (commit === '') continue
    const tree = await readTree(folder, commit, found.path)
    await blobs.read([...tree.texts.map(({ blob }) => blob), ...(tree.ledger === null ? [] : [tree.ledger])])
    if (hashOf(tree, blobs) !== wanted) continue
    const { document } = await readDocumentFiles(contentOf(found, tree, blobs), now)
    return document && { commit, time, document }
  }
  return null
}
