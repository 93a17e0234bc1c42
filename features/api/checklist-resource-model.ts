import { z } from 'zod'
import { OWNER_ROLES, ROLES } from '#features/access/role-model.ts'
import { authoredTextSchema, authoritySchema, langSchema } from '#features/api/authored-text-model.ts'
import { documentSchema, sectionSchema } from '#features/api/document-resource-model.ts'
import { ENVELOPE, gapSchema, withheldSchema } from '#features/api/envelope-model.ts'
import { evidenceSchema } from '#features/api/evidence-resource-model.ts'
import { REASON_CODES } from '#features/checklist/readiness-model.ts'
import { STATUSES } from '#features/checklist/status-model.ts'
import { FRIDAY_STATES } from '#features/checklist/workstream-model.ts'
import { ENVIRONMENTS } from '#features/evidence/environment-model.ts'

const count = z.int().min(0)

export const slipSchema = z
  .object({
    recordedAt: z.iso.datetime({ offset: true }).describe('Is when the move was recorded.'),
    by: z.enum(ROLES).describe('Is the role that recorded it.'),
    from: z.iso.date().describe('Is the target date before.'),
    to: z.iso.date().describe('Is the target date after, which is later.'),
    reason: authoredTextSchema.nullable().describe('Says why; null where the ledger does not.'),
    withheld: gapSchema,
  })
  .describe('A target date that was moved later.')

export const blockerNoteSchema = z
  .object({
    text: z
      .string()
      .nullable()
      .describe('Says what blocks, in plain words; null where neither the document nor the ledger does.'),
    lang: langSchema.nullable().describe('Is the language of those words; null where there are none.'),
    authority: authoritySchema
      .nullable()
      .describe('Says what those words count for; null where there are none.'),
    withheld: gapSchema,
    raisedOn: z.iso.date().describe('Is the day in Tbilisi on which the block was recorded.'),
    clearedOn: z.iso.date().nullable().describe('Is the day on which it was cleared; null while it stands.'),
  })
  .describe('One spell of being blocked.')

export const workstreamSchema = z
  .object({
    number: z.int().min(1).max(999).describe('Is the number of the workstream in its checklist.'),
    title: authoredTextSchema,
    ownerRole: z.enum(OWNER_ROLES).describe('Is the role that answers for the workstream.'),
    status: z.enum(STATUSES).describe('Is where the work stands.'),
    targetDate: z.iso.date().describe('Is the day by which it is to be done.'),
    originalTargetDate: z.iso.date().describe('Is the target date that the baseline set.'),
    slips: z
      .array(slipSchema)
      .describe('Lists every move of the target date to a later day, the oldest first.'),
    overdueDays: count.describe('Counts the days past the target date; 0 where it is done or has time.'),
    blockerNotes: z
      .array(blockerNoteSchema)
      .describe('Lists every spell of being blocked, the oldest first.'),
    lastReportedOn: z.iso.date().describe('Is the day in Tbilisi of the newest line of the ledger.'),
    friday: z
      .enum(FRIDAY_STATES)
      .nullable()
      .describe('Says how it stands to the Friday report of that week; null before the first one is owed.'),
    section: sectionSchema
      .omit({ markdown: true, number: true })
      .nullable()
      .describe('Is the section of the document about it, without its words; null where there is none.'),
    evidence: evidenceSchema,
  })
  .describe('A workstream as it stood, and what evidence shows of it.')

const reasonSchema = z.object({
  code: z.enum(REASON_CODES).describe('Names what is missing.'),
  workstream: z.int().nullable().describe('Is the workstream; null where the checklist as a whole is meant.'),
  environment: z.enum(ENVIRONMENTS).nullable().describe('Is the environment; null where none is meant.'),
})

export const readinessSchema = z
  .object({
    total: count.describe('Counts the workstreams.'),
    done: count.describe('Counts those that are DONE.'),
    inProgress: count.describe('Counts those that are IN_PROGRESS.'),
    blocked: count.describe('Counts those that are BLOCKED.'),
    todo: count.describe('Counts those that are TODO.'),
    ready: z.boolean().describe('Is true where nothing is missing.'),
    reasons: z.array(reasonSchema).describe('Lists what is missing.'),
  })
  .describe('Whether the checklist is ready, and what is missing.')

export const checklistSchema = z
  .object({
    ...ENVELOPE,
    document: documentSchema,
    readiness: readinessSchema,
    workstreams: z.array(workstreamSchema).describe('Lists the workstreams, in the order of the tracker.'),
    withheld: z
      .array(withheldSchema)
      .describe('Says what of its category this scope does not see: documents, sections and notes.'),
  })
  .describe('A checklist with its workstreams.')

const checklistHeadSchema = z
  .object({ document: documentSchema, readiness: readinessSchema })
  .describe('A checklist without its workstreams.')

export const checklistsSchema = z
  .object({
    ...ENVELOPE,
    checklists: z
      .array(checklistHeadSchema)
      .describe('Lists the checklists, the first one of the portal first.'),
    withheld: z
      .array(withheldSchema)
      .describe('Says how many documents, sections and notes this scope does not see.'),
  })
  .describe('The checklists of the portal.')

export type WorkstreamResource = z.infer<typeof workstreamSchema>
export type ChecklistResource = z.infer<typeof checklistSchema>
export type ChecklistsResource = z.infer<typeof checklistsSchema>
