import { documentHash } from '#features/checklist/document-hash-rules.ts'
import { readLedger } from '#features/checklist/record-queries.ts'
import { guestDatabase } from '#prisma/view-client.ts'

/** What a document's files hold now (document-hash-rules.ts), as a command of an owner may expect it. */
export async function readDocumentHash(documentPath: string): Promise<string> {
  const [texts, lines] = await Promise.all([
    guestDatabase().standingText.findMany({
      where: { documentPath, isCurrent: true },
      select: { locale: true, revision: { select: { hash: true } } },
    }),
    readLedger(documentPath),
  ])
  return documentHash(
    texts.map(({ locale, revision }) => ({ locale, hash: revision.hash })),
    lines,
  )
}
