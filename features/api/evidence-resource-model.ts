import { z } from 'zod'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import { VERDICTS } from '#features/evidence/verdict-model.ts'

const verdict = z.enum(VERDICTS)

export const evidenceSchema = z
  .object({
    dev: verdict.describe('Says what evidence shows of the workstream in dev.'),
    stage: verdict.describe('Says what evidence shows of the workstream in stage.'),
    prod: verdict.describe('Says what evidence shows of the workstream in prod.'),
    checks: z
      .array(
        z.object({
          code: z.enum(CHECK_CODES).describe('Names the check.'),
          environment: z.enum(ENVIRONMENTS).describe('Is where it was looked for.'),
          finding: z
            .enum(FINDINGS)
            .describe('Is what the newest run that judged it found; not-run where none did.'),
          runId: z.string().nullable().describe('Is that run; null where there is none.'),
        }),
      )
      .describe('Lists every check that the document maps to the workstream, in every environment.'),
  })
  .describe('What stands next to the status of a workstream. It never changes it.')

export type EvidenceResource = z.infer<typeof evidenceSchema>
