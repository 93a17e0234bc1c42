import { z } from 'zod'
import { AUTHORITIES } from '#features/localization/authority-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

export const langSchema = z.enum(TEXT_LOCALES).describe('Is the language of the text.')

export const authoritySchema = z
  .enum(AUTHORITIES)
  .describe(
    'Says what the text counts for: `authoritative` prevails, `source` is the original that a Georgian text prevails over, `translation` is a convenience.',
  )

export const behindSchema = z
  .int()
  .min(1)
  .nullable()
  .optional()
  .describe(
    'Counts the revisions by which the words are behind those that prevail; null where that is not known. It is left out where they are not behind.',
  )

export const authoredTextSchema = z
  .object({
    text: z.string().describe('Holds the words.'),
    lang: langSchema,
    authority: authoritySchema,
    behind: behindSchema,
  })
  .describe('Words from the content with their language and what they count for.')
