import { z } from 'zod'
import { CONTENT_CLASSES } from '#features/access/class-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { LOCALES } from '#features/localization/locale-model.ts'

/** What every resource says of itself. */
export const ENVELOPE = {
  apiVersion: z
    .literal('1')
    .describe('Changes only when a member is renamed, removed or given another meaning.'),
  revision: z
    .string()
    .describe('Names the content that the portal shows now; the same content has the same name.'),
  asOf: z.iso.date().describe('Is the day in Tbilisi at whose end everything here held.'),
  scope: z.enum(SCOPES).describe('Says what the reader is allowed to see.'),
  locale: z.enum(LOCALES).describe('Is the language that was asked for; each text says which one it is in.'),
}

export type Envelope = z.infer<z.ZodObject<typeof ENVELOPE>>

export const withheldSchema = z
  .object({
    place: z.string().describe('Is the code of the category.'),
    kind: z.enum(['document', 'section', 'note']).describe('Says what is counted.'),
    count: z.int().min(1).describe('Counts the documents, sections or notes that this scope does not see.'),
    class: z.enum(CONTENT_CLASSES).describe('Is the class of those.'),
    visibleTo: z.array(z.enum(SCOPES)).describe('Lists the scopes that see them.'),
  })
  .describe('How many documents, sections or notes of a class a category withholds from this reader.')

export type WithheldResource = z.infer<typeof withheldSchema>

/** Who may read what stands in a place and this reader does not see. */
export const gapSchema = z
  .enum(CONTENT_CLASSES)
  .nullable()
  .describe('Is the class of words that this scope does not see; null where none are withheld.')
