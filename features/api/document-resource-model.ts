import { z } from 'zod'
import { authoredTextSchema, authoritySchema, langSchema } from '#features/api/authored-text-model.ts'
import { ENVELOPE, gapSchema, withheldSchema } from '#features/api/envelope-model.ts'
import { REQUIRED_METADATA } from '#features/document/document-model.ts'
import { DRIFT_KINDS } from '#features/localization/drift-model.ts'

export const categorySchema = z
  .object({
    code: z.string().describe('Is the name of the category in addresses.'),
    title: authoredTextSchema.nullable().describe('Names the category; null where it has no name.'),
    version: z.string().describe('Is the version of the policy.'),
    ownerRole: z.string().describe('Is the role that keeps the category.'),
    reviewCycleDays: z.int().min(1).describe('Is the longest time between two reviews, in days.'),
    approvalAuthority: z.array(z.string()).describe('Lists the roles that may approve a text.'),
  })
  .describe('A category of documents and the policy that governs it.')

export const textStandingSchema = z
  .object({
    lang: langSchema,
    authority: authoritySchema,
    authoritativeLocale: langSchema.describe('Is the language whose text prevails.'),
    behind: z
      .int()
      .min(0)
      .nullable()
      .describe(
        'Counts the revisions by which the section that is furthest behind is behind the text that prevails. It is 0 for that text itself and for one made from it as it stands, and null where it is not said from which text it was made.',
      ),
    approved: z
      .boolean()
      .describe('Is true once the approval authority has approved the text that prevails.'),
    recordedAt: z.iso.datetime().describe('Is when this revision of the text was recorded.'),
    origin: z
      .enum(['commit', 'ingest'])
      .describe('Says what recorded it: a commit, or the first ingest that saw it uncommitted.'),
    commit: z.string().nullable().describe('Is the git commit; null for a text not yet committed.'),
    isLaterThanAsked: z
      .boolean()
      .describe('Is true where no text is as old as the day asked for, and the oldest one stands in.'),
  })
  .describe('What the text shown here is, and where it comes from.')

const linksSchema = z
  .object({
    document: z.string().describe('Is the address of the document in this API.'),
    checklist: z.string().nullable().describe('Is its address as a checklist; null where it is none.'),
    page: z.string().describe('Is the address of its page.'),
  })
  .describe('Addresses relative to the origin, for the same language and day.')

const optionalDay = z.iso.date().nullable()
const optionalText = z.string().nullable()

export const documentSchema = z
  .object({
    id: z
      .string()
      .describe('Is the Document ID; for a document without one its path, with `~` instead of `/`.'),
    path: z.string().describe('Is the category and slug by which pages address the document.'),
    title: z.string().describe('Is the title in the language that `text.lang` names.'),
    version: optionalText.describe('Is the version of the document; null where its metadata has none.'),
    status: optionalText.describe('Is the status of the document; null where its metadata has none.'),
    ownerRole: optionalText.describe('Is the role that owns the document; null where its metadata has none.'),
    lastReviewDate: optionalDay.describe('Is the day of the last review; null where its metadata has none.'),
    nextReviewDate: optionalDay.describe(
      'Is the day the next review is due; null where its metadata has none.',
    ),
    reviewOverdueDays: z.int().min(0).describe('Counts the days by which the review is late.'),
    changeLog: optionalText.describe('Is what the metadata says of a change log; null where it has nothing.'),
    approvedBy: optionalText.describe(
      'Is the role that approved the text that prevails; null until one has.',
    ),
    approvedOn: optionalDay.describe('Is the day of that approval; null until then.'),
    missingMetadata: z
      .array(z.enum(REQUIRED_METADATA))
      .describe('Names the required metadata that is lacking.'),
    category: categorySchema,
    text: textStandingSchema,
    languages: z
      .array(z.object({ lang: langSchema, authority: authoritySchema }))
      .describe('Lists the languages the document is available in.'),
    isChecklist: z.boolean().describe('Is true where the document tracks workstreams.'),
    links: linksSchema,
  })
  .describe('A document. Metadata is that of the text that prevails.')

export const sectionSchema = z
  .object({
    key: z
      .string()
      .describe('Names the section in every language of the document, such as `top`, `w-3` or `top.2`.'),
    number: z.int().min(1).nullable().describe('Is the number in the heading; null where it has none.'),
    anchor: z.string().describe('Is the fragment of the section on the page of the document.'),
    heading: z.string().describe('Is the heading without its number; empty for the words before the first.'),
    lang: langSchema,
    authority: authoritySchema,
    drift: z
      .enum(DRIFT_KINDS)
      .nullable()
      .describe(
        'Says how the section stands to the one that prevails: made from it as it stands, `behind` it, not said from which, or without one there. It is null for words that prevail.',
      ),
    behind: z
      .int()
      .min(0)
      .nullable()
      .describe('Counts the revisions by which it is behind; null where that is not known.'),
    madeFrom: z.iso
      .datetime()
      .nullable()
      .describe('Is when the state that it was made from was recorded; null where it is not behind.'),
    changedAt: z.iso
      .datetime()
      .nullable()
      .describe(
        'Is when the present state of the section that prevails was recorded; null where it is not behind.',
      ),
    withheld: gapSchema.describe(
      'Is the class of the section where this scope does not see it: then it has neither heading nor words; else null.',
    ),
    withheldNotes: gapSchema.describe(
      'Is the class of its notes where this scope does not see them; else null.',
    ),
    markdown: z
      .string()
      .describe(
        'Is what follows the heading, as its author wrote it. References and footnotes may be defined in another section.',
      ),
  })
  .describe(
    'A part of a document that begins with a heading of the second level, in the language asked for or the nearest that has it.',
  )

export const documentsSchema = z
  .object({
    ...ENVELOPE,
    documents: z.array(documentSchema).describe('Lists the documents, in the order of the library.'),
    withheld: z
      .array(withheldSchema)
      .describe('Says how many documents, sections and notes this scope does not see.'),
  })
  .describe('The documents of the portal.')

export const documentDetailSchema = z
  .object({
    ...ENVELOPE,
    document: documentSchema,
    sections: z.array(sectionSchema).describe('Holds the text, in the order of the document.'),
  })
  .describe('A document with its text.')

export type DocumentResource = z.infer<typeof documentSchema>
export type SectionResource = z.infer<typeof sectionSchema>
export type DocumentsResource = z.infer<typeof documentsSchema>
export type DocumentDetailResource = z.infer<typeof documentDetailSchema>
