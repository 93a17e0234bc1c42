import { z } from 'zod'
import { ROLES } from '#features/access/role-model.ts'
import { authoredTextSchema, langSchema } from '#features/api/authored-text-model.ts'
import { documentSchema } from '#features/api/document-resource-model.ts'
import { ENVELOPE, gapSchema, withheldSchema } from '#features/api/envelope-model.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import { STEP_KINDS } from '#features/checklist/step-model.ts'

const number = z.int().min(1).max(999).describe('Is the number of the workstream in its checklist.')
const status = z.enum(STATUSES)
const instant = z.iso.datetime({ offset: true })

export const heldSchema = z
  .object({
    status: status.describe('Is where the work stood.'),
    targetDate: z.iso.date().describe('Is the day by which it was to be done.'),
  })
  .describe('What the record said of a workstream at a moment.')

export const stepSchema = z
  .object({
    hash: z
      .string()
      .describe(
        'Names the line of the ledger: the sha-256 of its canonical JSON; without its words where not everybody sees them who sees the line.',
      ),
    changes: z.array(z.enum(STEP_KINDS)).min(1).describe('Says in codes what the line changed.'),
    recordedAt: instant.describe('Is when it was recorded.'),
    enteredAt: instant.nullable().describe('Is when it was first committed; null where no commit has it.'),
    enteredLater: z.boolean().describe('Is true where that was more than 24 hours after it was recorded.'),
    for: z.iso.date().describe('Is the Friday it reports for.'),
    by: z.enum(ROLES).describe('Is the role that recorded it.'),
    before: heldSchema.nullable().describe('Is what held until then; null for the first line.'),
    after: heldSchema,
    note: authoredTextSchema.nullable().describe('Says what blocks, or what else there is to say.'),
    reason: authoredTextSchema.nullable().describe('Says why the date was moved or the work reopened.'),
    resolution: authoredTextSchema.nullable().describe('Says how a blocker was cleared.'),
    withheld: gapSchema,
  })
  .describe('A line of the ledger and what it changed.')

const workstreamChangesSchema = z.object({
  number,
  title: authoredTextSchema
    .nullable()
    .describe('Names the workstream; null where the checklist no longer has it.'),
  before: heldSchema.nullable().describe('Is what held as the first day ended; null where nothing did.'),
  after: heldSchema,
  steps: z.array(stepSchema).describe('Lists what was recorded in between, the newest first.'),
})

const textChangeSchema = z.object({
  lang: langSchema,
  recordedAt: z.iso.datetime().describe('Is when the text was recorded.'),
  commit: z.string().nullable().describe('Is the git commit; null for a text not yet committed.'),
  isFirst: z.boolean().describe('Is true where the document had no text in that language before.'),
})

export const changesSchema = z
  .object({
    ...ENVELOPE,
    from: z.iso.date().describe('Is the day at whose end the comparison begins.'),
    to: z.iso.date().describe('Is the day at whose end it ends.'),
    baseline: z.iso.date().describe('Is the day on which the record begins.'),
    document: documentSchema,
    workstreams: z
      .array(workstreamChangesSchema)
      .describe('Lists the workstreams of which more was recorded than that nothing had changed.'),
    confirmations: z
      .object({
        count: z.int().min(0).describe('Counts the reports.'),
        workstreams: z.array(number).describe('Lists the workstreams they are of.'),
      })
      .describe('Tells of reports that nothing had changed, which are not listed.'),
    texts: z.array(textChangeSchema).describe('Lists the texts of the document that changed.'),
    unlisted: z
      .object({
        earlier: z
          .string()
          .nullable()
          .describe('Is the address of the part whose steps are not listed; null where all are.'),
        steps: z.int().min(0).describe('Counts the steps left out of the oldest day that is listed.'),
        texts: z.int().min(0).describe('Counts the texts left out, which are older.'),
      })
      .describe('Says what is left out because there is too much of it.'),
    withheld: z
      .array(withheldSchema)
      .describe(
        'Says how many documents of its category this scope does not see: changes of those are not told.',
      ),
  })
  .describe('What changed in a checklist from the end of one day to the end of another, in Tbilisi.')

export type StepResource = z.infer<typeof stepSchema>
export type ChangesResource = z.infer<typeof changesSchema>
