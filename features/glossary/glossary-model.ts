import { z } from 'zod'
import { SLUG } from '#features/document/category-model.ts'
import { TEXT_LOCALES, type TextLocale } from '#features/localization/locale-model.ts'

const words = (longest: number) => z.string().trim().normalize('NFC').min(1).max(longest)

const inEvery = Object.fromEntries(TEXT_LOCALES.map(locale => [locale, words(100)])) as Record<
  TextLocale,
  z.ZodString
>

const termSchema = z.strictObject({
  /** Of its place on the page, the same in every language. */
  id: z.string().max(60).regex(SLUG, 'expected small Latin letters, digits, `.`, `_` and `-`'),
  /** What stands for it, whatever the language. */
  code: words(60).optional(),
  /** Whether texts lead to it. */
  linked: z.boolean().default(true),
  name: z.strictObject(inEvery),
  definition: z.strictObject({ ka: words(600), en: words(600) }),
})

/** A term of the subject in every language, with what it means. The Georgian words prevail. */
export type Term = z.infer<typeof termSchema>

/** `content/glossary.yaml`. */
export const glossarySchema = z.strictObject({
  terms: z
    .array(termSchema)
    .max(500)
    .superRefine((terms, context) => {
      for (const [index, { id }] of terms.entries()) {
        if (terms.findIndex(other => other.id === id) === index) continue
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `expected ${id} once, found it again`,
        })
      }
    }),
})
