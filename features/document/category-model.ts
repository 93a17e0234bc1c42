import { z } from 'zod'
import { CONTENT_CLASSES } from '#features/access/class-model.ts'
import { ROLES } from '#features/access/role-model.ts'
import { TEXT_LOCALES } from '#features/localization/locale-model.ts'

/** Names of categories, and of the folders and files below them. */
export const SLUG = /^[a-z0-9_-][a-z0-9._-]*$/

const words = z.string().trim().min(1).max(200)

const categorySchema = z.strictObject({
  code: z.string().regex(SLUG, 'expected small Latin letters, digits, `.`, `_` and `-`'),
  version: words,
  ownerRole: z.enum(ROLES),
  reviewCycleDays: z.int().min(1).max(3650),
  approvalAuthority: z.array(z.enum(ROLES)).min(1),
  class: z.enum(CONTENT_CLASSES),
  title: z.strictObject({
    ...Object.fromEntries(TEXT_LOCALES.map(locale => [locale, words.optional()])),
    ka: words,
    en: words,
  }),
})

/** What governs the documents of a category (`content/categories.yaml`, in the order of the portal). */
export type CategoryPolicy = z.infer<typeof categorySchema>

export const categoriesSchema = z.strictObject({
  categories: z
    .array(categorySchema)
    .max(1000)
    .superRefine((categories, context) => {
      for (const [index, { code }] of categories.entries()) {
        if (categories.findIndex(other => other.code === code) === index) continue
        context.addIssue({
          code: 'custom',
          path: [index, 'code'],
          message: `expected ${code} once, found it again`,
        })
      }
    }),
})
