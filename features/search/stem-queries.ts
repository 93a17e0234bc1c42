import { type Inquiry, inquiryKey, type StemOf } from '#features/search/stem-rules.ts'
import { viewDatabase } from '#prisma/view-client.ts'

/** Asks the server's dictionaries for the stems of a few words. */
export async function readStems(inquiries: readonly Inquiry[]): Promise<StemOf> {
  const asked = inquiries.filter(([, word]) => word.length <= 64)
  if (asked.length === 0) return () => null
  const rows = await (await viewDatabase()).$queryRaw<
    { dictionary: string; word: string; stem: string | null }[]
  >`
    SELECT dictionary, word, (ts_lexize(dictionary::regdictionary, word))[1] AS stem
    FROM unnest(${asked.map(([dictionary]) => dictionary)}::text[], ${asked.map(([, word]) => word)}::text[])
      AS asked (dictionary, word)`
  const known = new Map(rows.map(({ dictionary, word, stem }) => [`${dictionary} ${word}`, stem]))
  return (dictionary, word) => known.get(inquiryKey([dictionary, word])) ?? null
}
