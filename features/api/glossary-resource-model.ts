import { z } from 'zod'
import { authoredTextSchema, authoritySchema, langSchema } from '#features/api/authored-text-model.ts'
import { ENVELOPE } from '#features/api/envelope-model.ts'

export const termSchema = z
  .object({
    id: z.string().describe('Is the id of the term, the same in every language.'),
    code: z.string().nullable().describe('Stands for it whatever the language.'),
    names: z
      .array(
        z.object({
          lang: langSchema,
          text: z.string().describe('Is what the term is called in that language.'),
          authority: authoritySchema,
        }),
      )
      .describe('Lists what it is called in every language.'),
    definition: authoredTextSchema.describe('Says what it means.'),
    page: z.string().describe('Is the address of its place in the glossary.'),
  })
  .describe('A term of the subject.')

export const glossarySchema = z
  .object({
    ...ENVELOPE,
    terms: z.array(termSchema).describe('Lists the terms in the order of the letters of `locale`.'),
  })
  .describe('The terms of the subject, as they are defined now, whatever the day asked for.')

export type GlossaryResource = z.infer<typeof glossarySchema>
