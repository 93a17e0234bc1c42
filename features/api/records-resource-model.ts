import { z } from 'zod'
import { ENVELOPE } from '#features/api/envelope-model.ts'
import { environment, runId } from '#features/api/runs-resource-model.ts'
import { withheldEvidenceSchema } from '#features/api/withheld-evidence-model.ts'
import { BOUNDARIES } from '#features/evidence/record-model.ts'

const count = z.int().min(0)
const instant = z.iso.datetime({ offset: true })
const address = z.string()

const recordSchema = z.object({
  number: z.int().min(1).describe('Is its place in the run, from 1.'),
  process: z.string().describe('Names who recorded it.'),
  seq: count.describe('Rises within a process.'),
  boundary: z.enum(BOUNDARIES).describe('Is where it was taken.'),
  topic: z.string().describe('Is the topic.'),
  partition: z.int().min(0).nullable().describe('Is the partition; null without a broker.'),
  offset: z.int().min(0).nullable().describe('Is the offset; null without a broker.'),
  key: z.string().nullable().describe('Is the key of the record.'),
  eventId: z.string().nullable().describe('Is the eventId of the value; null where it has none.'),
  intentId: z.string().nullable().describe('Is the intentId of the value; null where it has none.'),
  timestamp: instant.describe('Is when it passed the boundary, in UTC.'),
  attempt: z.int().min(1).describe('Says which attempt at handling the event it is.'),
  headers: z
    .record(z.string(), z.string())
    .describe('Are the headers of the record; none for who does not see what records carry.'),
  value: z
    .record(z.string(), z.unknown())
    .describe('Is the envelope or the DLQ record; for who does not see what records carry, without that.'),
})

export const runRecordsSchema = z
  .object({
    ...ENVELOPE,
    environment,
    runId,
    count: count
      .nullable()
      .describe(
        'Counts the records that the filter leaves; null where that is not known beforehand, or is withheld.',
      ),
    records: z.array(recordSchema).describe('Lists the records in the order of the run, a page at a time.'),
    next: address.nullable().describe('Is the address of the next page; null where there is none.'),
    withheld: withheldEvidenceSchema,
  })
  .describe('Records of a run.')

export const runRecordSchema = z
  .object({
    ...ENVELOPE,
    environment,
    runId,
    record: recordSchema.describe('Is the record.'),
    file: z
      .object({
        name: z.string().describe('Is the name of the file.'),
        line: z.int().min(1).describe('Is the number of the line, from 1.'),
        address: address
          .nullable()
          .describe('Is where the file is downloaded, byte for byte; null for who sees no files.'),
      })
      .describe('Is where in the bundle it stands.'),
    links: z
      .object({
        run: address.describe('Is the address of the run.'),
        page: address.describe('Is the address of its page.'),
      })
      .describe('Leads to more, in the same language and of the same day.'),
    withheld: withheldEvidenceSchema,
  })
  .describe('A record of a run.')

export type RunRecordsResource = z.infer<typeof runRecordsSchema>
export type RunRecordResource = z.infer<typeof runRecordSchema>
