import type { Transaction } from '#features/ingest/database-ingest.ts'
import { DICTIONARIES, type Inquiry, inquiryKey, type StemOf } from '#features/search/stem-rules.ts'

/** Words asked for at a time. */
const CHUNK = 20_000

/** The dictionaries of a database's server, each word asked for once. */
export function createStems(transaction: Transaction) {
  const known = new Map<string, string | null>()

  async function ask(inquiries: readonly Inquiry[]): Promise<void> {
    const rows = await transaction.$queryRaw<{ dictionary: string; word: string; stem: string | null }[]>`
      SELECT dictionary, word, (ts_lexize(dictionary::regdictionary, word))[1] AS stem
      FROM unnest(${inquiries.map(([dictionary]) => dictionary)}::text[], ${inquiries.map(([, word]) => word)}::text[])
        AS asked (dictionary, word)`
    for (const { dictionary, word, stem } of rows) known.set(`${dictionary} ${word}`, stem)
  }

  const stemOf: StemOf = (dictionary, word) => known.get(inquiryKey([dictionary, word])) ?? null

  return {
    stemOf,
    /** Learns what is not known yet. Dictionaries have no word of more than a few letters more than the longest. */
    async learn(inquiries: readonly Inquiry[]): Promise<void> {
      const lacking = new Map(
        inquiries
          .filter(inquiry => !known.has(inquiryKey(inquiry)))
          .map(inquiry => [inquiryKey(inquiry), inquiry]),
      )
      const asked = [...lacking.values()].filter(
        ([dictionary, word]) => DICTIONARIES.includes(dictionary) && word.length <= 64,
      )
      for (let start = 0; start < asked.length; start += CHUNK) await ask(asked.slice(start, start + CHUNK))
    },
  }
}

export type Stems = ReturnType<typeof createStems>
