import { z } from 'zod'
import { CONTENT_CLASSES } from '#features/access/class-model.ts'
import { SCOPES } from '#features/access/scope-model.ts'
import { seenBy, WITHHELD_PARTS, type WithheldEvidence } from '#features/evidence/withheld-evidence-rules.ts'

export const withheldEvidenceSchema = z
  .array(
    z.object({
      what: z
        .enum(WITHHELD_PARTS)
        .describe(
          'Says what: records as such, the payloads and headers that they carry, files of the bundle, names that are in no published contract (a mark with # stands for each), records at which a search did not look.',
        ),
      count: z.int().min(1).describe('Counts them.'),
      class: z.enum(CONTENT_CLASSES).describe('Is their class.'),
      visibleTo: z.array(z.enum(SCOPES)).describe('Lists the scopes that see them.'),
    }),
  )
  .describe('Says what of evidence this scope does not see.')

export const withheldEvidence = (
  withheld: readonly WithheldEvidence[],
): z.infer<typeof withheldEvidenceSchema> => withheld.map(part => ({ ...part, visibleTo: [...seenBy(part)] }))
