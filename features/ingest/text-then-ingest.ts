import { MAX_TEXT_BYTES } from '#features/document/file-ingest.ts'
import type { TextFacts } from '#features/document/text-facts-model.ts'
import { findBlobs, readBlobs } from '#features/ingest/blobs-ingest.ts'
import { type CommittedTexts, committedFacts } from '#features/ingest/committed-text-rules.ts'
import { authoritativeLocale, sourceLocaleOf } from '#features/localization/authority-rules.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

/** The authoritative text of a document's folder in each of some commits: git's id of it, null where there was none. */
async function authoritativeBlobs(
  root: string,
  folder: string,
  commits: readonly string[],
): Promise<({ blob: string; file: string } | null)[]> {
  const files = TEXT_LOCALES.map(locale => `${folder}/${locale}.md`)
  const found = await findBlobs(
    root,
    commits.flatMap(commit => files.map(file => `${commit}:./${file}`)),
  )
  return commits.map((_, index) => {
    const blobs = found.slice(index * files.length, (index + 1) * files.length)
    const locales = TEXT_LOCALES.filter((_, position) => blobs[position])
    const position = TEXT_LOCALES.indexOf(authoritativeLocale(locales, sourceLocaleOf(locales)))
    const { blob } = blobs[position] ?? {}
    return blob === undefined ? null : { blob, file: files[position] ?? folder }
  })
}

/**
 * What the authoritative text of a document said in commits, in the order asked for; null where it said nothing.
 * @param texts what has been read of git; what is read is added
 */
export async function readTextsThen(
  root: string,
  folder: string,
  commits: readonly string[],
  texts: CommittedTexts,
): Promise<(TextFacts | null)[]> {
  const blobs = await authoritativeBlobs(root, folder, commits)
  const fileOf = new Map(blobs.flatMap(found => (found ? [[found.blob, found.file] as const] : [])))
  const lacking = [...fileOf.keys()].filter(blob => !texts.has(blob))
  await readBlobs(root, lacking, MAX_TEXT_BYTES, (blob, bytes) => {
    texts.set(blob, committedFacts(fileOf.get(blob) ?? folder, bytes))
  })
  return blobs.map(found => (found && texts.get(found.blob)) ?? null)
}
