import { isRole } from '#features/access/role-model.ts'
import { impliedBaseline } from '#features/checklist/baseline-rules.ts'
import { type AuthoredLine, checkAuthors } from '#features/checklist/rules/author-not-role.ts'
import { type Diagnostic, type Rule, report } from '#features/diagnostic/diagnostic-model.ts'
import type { ReadDocument } from '#features/document/read-model.ts'
import type { Base } from '#features/ingest/base-ingest.ts'
import type { CommittedTexts } from '#features/ingest/committed-text-rules.ts'
import type { Examined } from '#features/ingest/examine-ingest.ts'
import { readTextsThen } from '#features/ingest/text-then-ingest.ts'

const UNCHECKED: Rule = {
  code: 'authors-unchecked',
  severity: 'warning',
  mend: 'List in roles.yaml who holds which role.',
}

/** What a checklist's first `mza update` writes for everyone is nobody's own report (DESIGN 5, "Baseline"). */
async function impliedThen(
  root: string,
  { found }: ReadDocument,
  base: Base,
  texts: CommittedTexts,
): Promise<Set<string>> {
  if (base.ledgers.has(found.path)) return new Set()
  const [text] = await readTextsThen(root, found.path, [base.commit], texts)
  const { lastReviewDate = null, ownerRole = null } = text?.metadata ?? {}
  if (!text || lastReviewDate === null || ownerRole === null || !isRole(ownerRole)) return new Set()
  return new Set(impliedBaseline(text.tracker, lastReviewDate, ownerRole).map(({ hash }) => hash))
}

/** The lines of a document that commits brought since the base. */
async function broughtSince(
  root: string,
  document: ReadDocument,
  { committed, texts }: Examined,
  base: Base,
): Promise<AuthoredLine[]> {
  const { path } = document.found
  const implied = await impliedThen(root, document, base, texts)
  const before = new Set((base.ledgers.get(path) ?? []).map(({ hash }) => hash))
  return document.lines.flatMap(line => {
    const entry = committed.get(path)?.get(line.hash)?.entry
    if (!entry || entry.isBoundary || !base.since.has(entry.commit)) return []
    if (before.has(line.hash) || implied.has(line.hash)) return []
    return [{ line, commit: entry.commit, author: entry.author }]
  })
}

/**
 * Holds the authors of the commits since the base against `roles.yaml` as it was there.
 * @returns how many lines were held against it; null where nobody is listed
 */
export async function readAuthors(
  root: string,
  examined: Examined,
  base: Base,
): Promise<{ lines: number | null; diagnostics: Diagnostic[] }> {
  const { content } = examined
  const diagnostics: Diagnostic[] = []
  let lines = 0
  for (const document of content.documents) {
    const brought = await broughtSince(root, document, examined, base)
    lines += brought.length
    const file = document.found.ledger?.file ?? document.authoritative.source.file
    if (base.holders.size > 0) diagnostics.push(...checkAuthors(file, brought, base.holders))
  }
  if (base.holders.size > 0) return { lines, diagnostics }
  const place = { file: `${content.place.file}/roles.yaml`, line: 1, column: 1 }
  const message = `expected who holds which role in ${base.commit.slice(0, 12)}, found nobody listed: authors are not checked`
  return { lines: null, diagnostics: [report(UNCHECKED, place, message)] }
}
