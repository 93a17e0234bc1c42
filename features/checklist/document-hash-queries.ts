import { viewDatabase } from '#prisma/view-client.ts'

/**
 * What a document's files hold now (document-hash-rules.ts), as a command of an owner may expect it; null for who may not
 * read all of them.
 */
export async function readDocumentHash(documentPath: string): Promise<string | null> {
  const row = await (await viewDatabase()).documentHash.findUnique({ where: { documentPath } })
  return row?.hash ?? null
}
