import { z } from 'zod'
import {
  authoredTextSchema,
  authoritySchema,
  behindSchema,
  langSchema,
} from '#features/api/authored-text-model.ts'
import { ENVELOPE, withheldSchema } from '#features/api/envelope-model.ts'
import { withheldEvidenceSchema } from '#features/api/withheld-evidence-model.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import { KINDS } from '#features/search/entry-model.ts'

const pieceSchema = z.object({
  text: z.string().describe('Holds the words.'),
  isMatch: z.boolean().describe('Says whether they are what was asked for.'),
})

export const searchItemSchema = z
  .object({
    kind: z.enum([...KINDS, 'record']).describe('Says what it is.'),
    title: authoredTextSchema
      .nullable()
      .describe('Is what it is called; null where it is called by a name alone.'),
    name: z.string().nullable().describe('Is the name of what is in no language, such as the id of a run.'),
    document: authoredTextSchema.nullable().describe('Is the title of the document that it is a part of.'),
    category: z.string().nullable().describe('Is the code of its category.'),
    number: z.int().min(1).nullable().describe('Is the number of the workstream that it is, or is of.'),
    status: z.enum(STATUSES).nullable().describe('Is the status of that workstream.'),
    languages: z.array(langSchema).describe('Lists the languages in which it matches.'),
    snippet: z
      .object({
        pieces: z.array(pieceSchema).describe('Are the words in their order.'),
        lang: langSchema.nullable().describe('Is the language of the words; null where they are in none.'),
        authority: authoritySchema
          .nullable()
          .describe('Says what the words count for; null where they are in none.'),
        behind: behindSchema,
      })
      .nullable()
      .describe('Quotes the words around the match.'),
    page: z.string().describe('Is the address of its page.'),
  })
  .describe('One thing found, in however many languages.')

export const searchSchema = z
  .object({
    ...ENVELOPE,
    query: z.string().describe('Repeats what was looked for.'),
    total: z.int().min(0).describe('Counts what was found, on all pages.'),
    isCut: z
      .boolean()
      .describe('Says whether there is more, which was not looked at: the words are too common.'),
    whole: z.int().min(0).describe('Counts those of them that have every word; they come first.'),
    replaced: z
      .array(
        z.object({
          asked: z.string().describe('Is a word that nothing has.'),
          found: z.array(z.string()).describe('Are words found in its place.'),
        }),
      )
      .describe('Lists the words that were taken for others.'),
    leftOut: z.int().min(0).describe('Counts the words of the query that were not looked for.'),
    withheld: z
      .array(withheldSchema)
      .describe('Says how many documents were not searched, because this scope does not see them.'),
    withheldRecords: withheldEvidenceSchema,
    items: z.array(searchItemSchema).describe('Lists a page of what was found, the best match first.'),
    page: z.int().min(1).describe('Is the number of the page.'),
    pages: z.int().min(1).describe('Counts the pages.'),
    next: z.string().nullable().describe('Is the address of the next page; null where there is none.'),
  })
  .describe('What the portal has on some words.')

export type SearchItemResource = z.infer<typeof searchItemSchema>
export type SearchResource = z.infer<typeof searchSchema>
