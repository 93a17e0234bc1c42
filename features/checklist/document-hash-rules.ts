import { createHash } from 'node:crypto'

/**
 * What a document's files hold, in 12 hexadecimal digits: the start of the sha-256 of its texts' hashes by language and
 * of its ledger lines' hashes. The portal shows it, and `--expect` of a command refuses to write where it differs: it
 * is the same from the files and from the database.
 * @param texts sha-256 of each text, in hexadecimal, by language
 */
export function documentHash(
  texts: readonly { readonly locale: string; readonly hash: string }[],
  lines: readonly { readonly hash: string }[],
): string {
  const canonical = [
    texts.map(({ locale, hash }) => `${locale} ${hash}`).toSorted(),
    lines.map(({ hash }) => hash).toSorted(),
  ]
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex').slice(0, 12)
}
