import { z } from 'zod'
import { ENVELOPE } from '#features/api/envelope-model.ts'
import { withheldEvidenceSchema } from '#features/api/withheld-evidence-model.ts'
import { CHECK_CODES } from '#features/evidence/check-code-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'
import { FINDINGS } from '#features/evidence/finding-model.ts'
import { CAUSES, REASONS } from '#features/evidence/reason-model.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'
import { KINDS } from '#features/evidence/run-model.ts'

const count = z.int().min(0)
const instant = z.iso.datetime({ offset: true })
export const environment = z.enum(ENVIRONMENTS).describe('Is where the run took place.')
export const runId = z.string().describe('Is the id of the run.')
const check = z.enum(CHECK_CODES).describe('Names the check.')
const sha256 = z.string().describe('Is the sha-256 in hexadecimal.')
const address = z.string()

const HEAD = {
  runId,
  environment,
  kind: z.enum(KINDS).describe('Says what kind of run it was.'),
  subject: z
    .object({
      repository: z.string().describe('Is where its code is kept.'),
      commit: z.string().describe('Is the commit of that code.'),
    })
    .describe('Is what was run.'),
  startedAt: instant.describe('Is when it began.'),
  finishedAt: instant.describe('Is when it ended: what `asOf` goes by.'),
  ingestedAt: instant.describe('Is when it was taken into the portal.'),
  hash: sha256.describe('Is the sha-256 of its run.json, which names the files with theirs.'),
  records: count.describe('Counts its records.'),
  findings: z
    .object({
      passed: count.describe('Counts the checks that passed.'),
      warned: count.describe('Counts those that passed with warnings.'),
      failed: count.describe('Counts those that failed.'),
      notRun: count.describe('Counts those that had nothing to judge.'),
    })
    .describe('Counts the checks by finding.'),
  links: z
    .object({
      run: address.describe('Is the address of the run.'),
      records: address.describe('Is the address of its records.'),
      page: address.describe('Is the address of its page.'),
    })
    .describe('Leads to more, in the same language and of the same day.'),
}

export const runHeadSchema = z.object(HEAD).describe('A run of the orchestrator.')

const witnessSchema = z.object({
  runId,
  record: z.int().min(1).nullable().describe('Is the number of the record; null where it is none.'),
  reason: z.enum(REASONS).nullable().describe('Says in a code what is wrong; null where nothing is.'),
  detail: z.string().nullable().describe('Is the field, id or number, in the words of the run.'),
  isWithheld: z
    .literal(true)
    .optional()
    .describe('Is there where the detail quotes a record of which this scope sees nothing.'),
})

export const claimedSchema = z.object({
  claimed: z
    .union([z.boolean(), z.number(), z.string(), z.null()])
    .describe('Is what the run says of itself.'),
  recomputed: z
    .union([z.number(), z.string(), z.null()])
    .describe('Is what its records say; null also where they do not tell.'),
  agrees: z
    .boolean()
    .nullable()
    .describe('Is true where both are equal; null where the records do not tell.'),
})

export const runSchema = z
  .object({
    ...ENVELOPE,
    run: z
      .object({
        ...HEAD,
        command: z.string().describe('Is the command it was started with.'),
        boundaries: z.array(z.enum(BOUNDARIES)).describe('Lists the boundaries that it recorded.'),
        controlledFailureTopic: z
          .string()
          .nullable()
          .describe('Is the topic on which it was made to fail; null where it was not.'),
        replays: z
          .array(z.object({ runId, sha256 }))
          .describe('Lists the runs whose DLQ records it replays, with the sha-256 of their run.json.'),
        byBoundary: z
          .object({
            publish: count.describe('Counts records of events sent.'),
            consume: count.describe('Counts records of events consumed.'),
            effect: count.describe('Counts records of effects.'),
            dlq: count.describe('Counts records put into the DLQ.'),
            replay: count.describe('Counts records of events sent again.'),
          })
          .describe('Counts the records by boundary.'),
        claims: z
          .array(claimedSchema.extend({ name: z.string().describe('Names the claim.') }))
          .describe('Lists what the run claims beside what its records say.'),
        checks: z
          .array(
            z.object({
              code: check,
              finding: z.enum(FINDINGS).describe('Is what the check found.'),
              cause: z
                .enum(CAUSES)
                .nullable()
                .describe('Says why nothing was judged; null where something was.'),
              judged: count.describe('Counts what it looked at.'),
              failed: count.describe('Counts what of it failed.'),
              warned: count.describe('Counts what of it is to be warned of.'),
              witnesses: z.array(witnessSchema).describe('Lists the first of what decided the finding.'),
            }),
          )
          .describe('Lists what the checks found.'),
        files: z
          .array(
            z.object({
              name: z.string().describe('Is the name of the file.'),
              sha256,
              address: address
                .nullable()
                .describe('Is where it is downloaded, byte for byte; null for who sees no files.'),
            }),
          )
          .describe('Lists the files of its bundle, run.json first.'),
      })
      .describe('Is the run.'),
    withheld: withheldEvidenceSchema,
  })
  .describe('A run: what it claims, what its records say, and what the checks found.')

export const runsSchema = z
  .object({
    ...ENVELOPE,
    newest: z
      .array(
        z.object({
          code: check,
          environment,
          finding: z
            .enum(FINDINGS)
            .describe('Is what the newest run that judged it found; not-run where none did.'),
          runId: z.string().nullable().describe('Is that run; null where there is none.'),
        }),
      )
      .describe('Says what counts for every check in every environment, whatever is filtered.'),
    total: count.describe('Counts the runs that the filter leaves.'),
    runs: z.array(runHeadSchema).describe('Lists them, the newest first, a page at a time.'),
    next: address.nullable().describe('Is the address of the next page; null where there is none.'),
  })
  .describe('The runs of the orchestrator and what the checks found last.')

export type RunHeadResource = z.infer<typeof runHeadSchema>
export type RunResource = z.infer<typeof runSchema>
export type RunsResource = z.infer<typeof runsSchema>
