import { z } from 'zod'
import { ENVELOPE } from '#features/api/envelope-model.ts'
import { claimedSchema } from '#features/api/runs-resource-model.ts'
import { withheldEvidenceSchema } from '#features/api/withheld-evidence-model.ts'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { ASPECTS, CHANGES } from '#features/evidence/comparison-rules.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'

const runId = z.string().describe('Is the id of the run.')

const side = z.object({
  environment: z.enum(ENVIRONMENTS).describe('Is the environment.'),
  runId: z.string().nullable().describe('Is the id of the run; null for the environment as a whole.'),
})

const judged = z
  .object({ runId, finding: z.enum(FINDINGS).describe('Is what the check found in it.') })
  .nullable()

const only = z.array(z.string())

export const comparisonSchema = z
  .object({
    ...ENVELOPE,
    a: side.describe('Is what is compared.'),
    b: side.describe('Is what it is compared with.'),
    checks: z
      .array(
        z.object({
          code: z.enum(CHECK_CODES).describe('Names the check.'),
          change: z.enum(CHANGES).describe('Says what became of it from a to b.'),
          a: judged.describe('Is what counts of it in a; null where nothing judged it.'),
          b: judged.describe('Is what counts of it in b; null where nothing judged it.'),
        }),
      )
      .describe('Lists every check.'),
    runs: z
      .object({
        a: z.string().describe('Is the id of the run of a.'),
        b: z.string().describe('Is the id of the run of b.'),
      })
      .nullable()
      .describe('Says which runs are held side by side; null where a and b have no kind of run in common.'),
    profile: z
      .array(
        z.object({
          aspect: z.enum(ASPECTS).describe('Names what ought to be alike.'),
          onlyA: only.describe('Lists what only the run of a has.'),
          onlyB: only.describe('Lists what only the run of b has.'),
        }),
      )
      .describe('Lists where those runs differ.'),
    claims: z
      .array(
        z.object({
          name: z.string().describe('Names the claim.'),
          a: claimedSchema.nullable().describe('Is the claim of the run of a; null where it has none.'),
          b: claimedSchema.nullable().describe('Is the claim of the run of b; null where it has none.'),
        }),
      )
      .describe('Lists what those runs claim.'),
    withheld: withheldEvidenceSchema,
  })
  .describe('What changed between two runs or two environments.')

export type ComparisonResource = z.infer<typeof comparisonSchema>
