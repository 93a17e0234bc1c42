import { createHash } from 'node:crypto'
import type { DocumentText } from '#features/document/document-model.ts'
import { readMetadata } from '#features/document/metadata-rules.ts'
import { NO_CLASSES } from '#features/document/section-class-model.ts'
import { slugIn } from '#features/document/slug-rules.ts'
import type { TextFacts } from '#features/document/text-facts-model.ts'
import { cutText } from '#features/document/text-part-rules.ts'
import { textSectionsOf } from '#features/document/text-section-rules.ts'
import { NO_MAPPING } from '#features/evidence/mapping-model.ts'
import { NO_BASE } from '#features/localization/base-model.ts'

/** sha-256 of a text as bytes-rules lets it in, in hexadecimal. */
const hashOf = (markdown: string): string => createHash('sha256').update(markdown).digest('hex')

/** The facts of a text; of one that cannot be read, its words alone. */
export const factsOf = (file: string, markdown: string, text: DocumentText | null): TextFacts => ({
  hash: hashOf(markdown),
  markdown,
  title: text?.title ?? slugIn(file),
  metadata: text?.metadata ?? readMetadata([]).metadata,
  tracker: text?.tracker ?? [],
  mapping: text?.mapping?.mapping ?? NO_MAPPING,
  sections: text ? textSectionsOf(text) : [],
  parts: text ? cutText(markdown, text).parts : [],
  sectionClasses: text?.sectionClasses?.classes ?? NO_CLASSES,
  base: text?.base?.base ?? NO_BASE,
})
